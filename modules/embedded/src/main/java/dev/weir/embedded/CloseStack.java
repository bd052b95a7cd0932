// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Started parts. They are closed once, in reverse order, even if some fail. */
@SuppressWarnings("try") // The caller of close gets the interruption.
final class CloseStack implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Throws the first failure, with the others suppressed. A second caller waits for the first. */
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
