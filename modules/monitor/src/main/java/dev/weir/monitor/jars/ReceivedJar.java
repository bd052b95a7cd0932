// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A jar that a client has sent, in a temporary file.
 *
 * @param file removed by whoever takes the jar
 * @param name the client's: a plain file name that ends in {@code .jar}
 */
record ReceivedJar(Path file, String name) {
  /** Removes the file. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
