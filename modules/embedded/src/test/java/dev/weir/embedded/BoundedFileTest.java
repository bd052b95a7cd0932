// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for output never takes more than twice its capacity. */
class BoundedFileTest {

  private Path file;
  private Path previous;

  @BeforeEach
  void setUp(@TempDir Path directory) {
    file = directory.resolve("some.out");
    previous = directory.resolve("some.out.1");
  }

  @Test
  void whatIsWrittenCanBeReadAtOnce() throws IOException {
    try (BoundedFile out = new BoundedFile(file, 10)) {
      out.write("12345".getBytes(UTF_8));
      out.write('6');

      assertThat(file).hasContent("123456");
    }
  }

  @Test
  void aFullFileIsKeptAndANewOneStarted() throws IOException {
    try (BoundedFile out = new BoundedFile(file, 10)) {
      out.write("1234567890".getBytes(UTF_8));
      out.write("abc".getBytes(UTF_8));
      out.write("ABCDEFGHIJ".getBytes(UTF_8));

      assertThat(file).hasContent("ABCDEFGHIJ");
      assertThat(previous).hasContent("abc");
    }
  }

  @Test
  void aPieceLargerThanTheFileIsWrittenWhole() throws IOException {
    try (BoundedFile out = new BoundedFile(file, 3)) {
      out.write("12345".getBytes(UTF_8));

      assertThat(file).hasContent("12345");
    }
  }

  @Test
  void theFileOfTheRunBeforeIsKept() throws IOException {
    Files.writeString(file, "before");

    try (BoundedFile out = new BoundedFile(file, 10)) {
      out.write('x');
    }

    assertThat(file).hasContent("x");
    assertThat(previous).hasContent("before");
  }

  @Test
  void afterTheEndWritesAreDropped() throws IOException {
    BoundedFile out = new BoundedFile(file, 3);
    out.write("123".getBytes(UTF_8));
    out.close();

    out.write("456".getBytes(UTF_8));
    out.close();

    assertThat(file).hasContent("123");
    assertThat(previous).doesNotExist();
  }
}
