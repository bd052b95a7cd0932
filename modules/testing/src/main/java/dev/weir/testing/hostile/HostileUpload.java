// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import dev.weir.testing.Multipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An upload that must be refused. */
final class HostileUpload {
  private static final String TYPE = "application/x-java-archive";

  private final String name;
  private final String contentType;
  private final byte[] body;

  private HostileUpload(String name, String contentType, byte[] body) {
    this.name = name;
    this.contentType = contentType;
    this.body = body;
  }

  /** What it is. */
  String name() {
    return name;
  }

  /** The type of the whole request. */
  String contentType() {
    return contentType;
  }

  /** The body. */
  byte[] body() {
    return body.clone();
  }

  /** All that say they are forms. */
  static List<HostileUpload> all() {
    return List.of(
        form("a text with the name of a jar", file("x.jar", text("not a jar"))),
        form("a text with another name", file("pom.xml", text("<project/>"))),
        form("a zip with another name", file("x.zip", zip("a.txt"))),
        form("a zip that is not a jar", file("x.jar", zip("a.txt"))),
        form("half a jar", file("x.jar", half(jar()))),
        form("an empty file", file("x.jar", new byte[0])),
        form("a file without a name", file("", jar())),
        form("a file that is called nothing but .jar", file(".jar", jar())),
        form("a file that is called ..", file("..", jar())),
        form("a form without a file", new Multipart().field("jarfile", "x.jar").body()),
        form("a form without parts", new Multipart().body()),
        form("no form at all", new byte[0]),
        form("something that is not a form", text("x".repeat(1000))),
        form(
            "a truncated form",
            new Multipart().file("jarfile", "x.jar", TYPE, jar()).truncatedBody()),
        form(
            "a name out of the folder, as in CVE-2020-17518",
            file("../../../../../../tmp/cve-2020-17518", jar())),
        new HostileUpload("a form without a boundary", "multipart/form-data", file("x.jar", jar())),
        new HostileUpload(
            "a form with another boundary",
            "multipart/form-data; boundary=other",
            file("x.jar", jar())));
  }

  /** Types of request that are no forms. */
  static List<HostileUpload> ofOtherTypes() {
    return List.of(
            "application/json",
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "application/java-archive",
            "multipart/mixed; boundary=x",
            "*/*",
            "nonsense")
        .stream()
        .map(type -> new HostileUpload(type, type, file("x.jar", jar())))
        .toList();
  }

  /** Names that are paths, of a jar that is one. */
  static List<String> pathNames() {
    return List.of(
        "../../evil.jar",
        "..\\..\\evil.jar",
        "/etc/passwd.jar",
        "C:\\x.jar",
        "C:x.jar",
        "\\\\host\\share\\x.jar",
        "a/b/../c.jar",
        "..%2f..%2fevil.jar",
        "..%252fevil.jar",
        "%00evil.jar",
        "evil.jar/",
        "evil\u0000.jar",
        "evil\u0001\u001b[31m.jar",
        "\u202Erag.live.jar",
        "x".repeat(300) + ".jar",
        "~/.ssh/x.jar",
        " .jar",
        "con.jar",
        "<b>x.jar",
        "x.jar;y.jar");
  }

  /** A form with one file. */
  static byte[] file(String name, byte[] content) {
    return new Multipart().file("jarfile", name, TYPE, content).body();
  }

  /** A jar with nothing but a manifest. */
  static byte[] jar() {
    return zip("META-INF/MANIFEST.MF");
  }

  private static HostileUpload form(String name, byte[] body) {
    return new HostileUpload(name, Multipart.contentType(), body);
  }

  private static byte[] zip(String entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text("Manifest-Version: 1.0\r\n\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] half(byte[] whole) {
    byte[] half = new byte[whole.length / 2];
    System.arraycopy(whole, 0, half, 0, half.length);
    return half;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
