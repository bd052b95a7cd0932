// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small jars. */
final class Jars {
  private Jars() {}

  /** With one class, which is none. */
  static byte[] small() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a/Main.class"));
      zip.write(1);
    }
    return bytes.toByteArray();
  }

  static String base64() throws IOException {
    return Base64.getEncoder().encodeToString(small());
  }
}
