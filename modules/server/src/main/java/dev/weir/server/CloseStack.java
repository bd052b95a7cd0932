// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** Started parts, which end in reverse order. A part that fails does not hold up the others. */
public final class CloseStack implements AutoCloseable {
  private static final Logger LOG = System.getLogger(CloseStack.class.getName());

  private final Deque<Part> started = new ArrayDeque<>();

  /** Ends a part. */
  @FunctionalInterface
  public interface End {
    void end() throws Exception;
  }

  private record Part(String name, End end) {}

  /** Adds a started part, with its name for the log. */
  public void add(String name, End end) {
    started.push(new Part(name, end));
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.end().end();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.log(Level.WARNING, part.name() + " did not stop cleanly", e);
      }
    }
  }
}
