// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.OutOfMemory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when the server cannot continue, so that its supervisor restarts it. It waits
 * for nothing before that. The line for exhausted memory is encoded in advance.
 */
public final class FatalError {
  /** The exit code; the same as that of {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int EXIT_CODE = 3;

  /** Encoded in advance, while there is memory. */
  private static final byte[] OUT_OF_MEMORY =
      line("it is out of memory. Recommended action: raise -Xmx.");

  private FatalError() {}

  /** Ends the process after one line on standard error with the reason. */
  public static void end(String why) {
    end(line(why));
  }

  private static void end(byte[] line) {
    try {
      new FileOutputStream(FileDescriptor.err).write(line);
    } catch (IOException | OutOfMemoryError e) {
      // The exit code must suffice.
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private static byte[] line(String why) {
    String sentence = "Weir ends with code " + EXIT_CODE + ": " + why + System.lineSeparator();
    return sentence.getBytes(StandardCharsets.UTF_8);
  }

  /** Ends the process if the exception, or one of its causes, is an {@link OutOfMemoryError}. */
  static void endIfOutOfMemory(@Nullable Throwable thrown) {
    if (OutOfMemory.isCause(thrown)) {
      end(OUT_OF_MEMORY);
    }
  }
}
