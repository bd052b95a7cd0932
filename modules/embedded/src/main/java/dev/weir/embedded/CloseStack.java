// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What has been started so far; closed once, in the opposite order, whatever fails on the way. */
@SuppressWarnings("try") // An interruption goes on to the one who closes.
final class CloseStack implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Throws what failed first, with the rest as suppressed. A second caller waits for the first. */
  @Override
  public synchronized void close() throws Exception {
    @Nullable Exception failure = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
