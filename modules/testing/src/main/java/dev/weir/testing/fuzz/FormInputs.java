// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weir.testing.Multipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Uploads: forms of which the parts are changed, and forms that are right around changed jars. */
final class FormInputs {
  private static final String TYPE = "application/x-java-archive";
  private static final byte[] JAR = jar();

  private FormInputs() {}

  /** An upload whose form is changed. */
  static byte[] form(RandomGenerator random, String prefix) {
    byte[] form =
        new Multipart()
            .field("entry", "dev.weir.Main")
            .file("jarfile", "x.jar", TYPE, "not a jar".getBytes(ISO_8859_1))
            .body();
    return request(prefix, Multipart.contentType(), Mutations.of(random, form, 6));
  }

  /** An upload whose jar is changed. */
  static byte[] jar(RandomGenerator random, String prefix) {
    byte[] form =
        new Multipart().file("jarfile", "x.jar", TYPE, Mutations.of(random, JAR, 4)).body();
    return request(prefix, Multipart.contentType(), form);
  }

  private static byte[] request(String prefix, String type, byte[] body) {
    String head =
        "POST %s/jars/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(prefix, type, body.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** A manifest that is deflated, a class that is stored, and a comment. */
  private static byte[] jar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("A jar that is about to be changed");
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write("Manifest-Version: 1.0\r\nMain-Class: a.Main\r\n\r\n".getBytes(ISO_8859_1));
      byte[] content = "not a class, but who looks".getBytes(ISO_8859_1);
      CRC32 sum = new CRC32();
      sum.update(content);
      ZipEntry stored = new ZipEntry("a/Main.class");
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(content.length);
      stored.setCrc(sum.getValue());
      zip.putNextEntry(stored);
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
