// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process where the server cannot go on, so that its supervisor starts it anew. Nothing
 * that waits or needs memory is done before.
 */
public final class FatalError {
  /** The exit code; the same as that of {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int EXIT_CODE = 3;

  /** Encoded before there is no memory for that. */
  private static final byte[] OUT_OF_MEMORY =
      line("it is out of memory. Recommended action: raise -Xmx.");

  private FatalError() {}

  /** Ends the process with a line on standard error that says why. */
  public static void end(String why) {
    end(line(why));
  }

  private static void end(byte[] line) {
    try {
      new FileOutputStream(FileDescriptor.err).write(line);
    } catch (IOException | OutOfMemoryError e) {
      // The exit code has to do.
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private static byte[] line(String why) {
    String sentence = "Weir ends with code " + EXIT_CODE + ": " + why + System.lineSeparator();
    return sentence.getBytes(StandardCharsets.UTF_8);
  }

  /** Ends the process if the memory was exhausted, which may be the cause of what is thrown. */
  static void endIfOutOfMemory(@Nullable Throwable thrown) {
    if (isOutOfMemory(thrown)) {
      end(OUT_OF_MEMORY);
    }
  }

  static boolean isOutOfMemory(@Nullable Throwable thrown) {
    int depth = 0;
    for (Throwable one = thrown; one != null && depth < 20; one = one.getCause()) {
      if (one instanceof OutOfMemoryError) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
