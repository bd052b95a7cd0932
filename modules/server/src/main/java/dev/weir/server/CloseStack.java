// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.server.settings.Settings;
import java.io.IOException;
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

  /** Starts a server, and adds to the parts what has to be ended. */
  @FunctionalInterface
  public interface Start<T> {
    T start(CloseStack parts) throws IOException, StartFailure;
  }

  private record Part(String name, End end) {}

  /**
   * Starts a server from settings. If that fails, every part that was started is ended.
   *
   * @throws StartFailure if the server does not start; names the origin of a setting at fault
   */
  public static <T> T started(Settings settings, Start<T> start) throws StartFailure {
    CloseStack parts = new CloseStack();
    try {
      return start.start(parts);
    } catch (IOException e) {
      parts.close();
      throw new StartFailure("Cannot use the work directory: " + e.getMessage() + ".", e);
    } catch (StartFailure e) {
      parts.close();
      throw e.located(settings);
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

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
