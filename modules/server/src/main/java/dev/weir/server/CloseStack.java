// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, ended in the opposite order; one that does not end well holds up none. */
public final class CloseStack implements AutoCloseable {
  private static final Logger LOG = System.getLogger(CloseStack.class.getName());

  private final Deque<Part> started = new ArrayDeque<>();

  /** How something ends. */
  @FunctionalInterface
  public interface End {
    void end() throws Exception;
  }

  private record Part(String name, End end) {}

  /** Notes what has been started, by the name that the log calls it. */
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
