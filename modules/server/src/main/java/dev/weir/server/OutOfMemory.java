// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import org.jspecify.annotations.Nullable;

/** Recognizes exhausted memory. */
public final class OutOfMemory {
  private static final int MOST_CAUSES = 20;

  private OutOfMemory() {}

  /** Whether the exception, or one of its causes, is an {@link OutOfMemoryError}. */
  public static boolean isCause(@Nullable Throwable thrown) {
    int depth = 0;
    for (Throwable one = thrown; one != null && depth < MOST_CAUSES; one = one.getCause()) {
      if (one instanceof OutOfMemoryError) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
