// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JarUploadsTest {
  private static final int MAX_BYTES = 10_000;
  private static final UploadLimits LIMITS = new UploadLimits(MAX_BYTES, 10, 50, 100_000, 0);

  @TempDir private Path directory;

  private ReceivedJar receive(String name, byte[] content) throws IOException {
    return new JarUploads(directory, LIMITS).receive(name, new ByteArrayInputStream(content));
  }

  private static byte[] zip(String entry, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] jar() {
    return zip("a/Main.class", new byte[] {1});
  }

  private void assertRefused(ThrowingCallable receiving, Reason reason, String sentence) {
    assertThatThrownBy(receiving)
        .isInstanceOfSatisfying(
            ClusterException.class, thrown -> assertThat(thrown.reason()).isEqualTo(reason))
        .hasMessage(sentence);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aJarIsKeptUnderANameOfOurOwnUntilItIsRemoved() throws IOException {
    ReceivedJar program = receive("words.jar", jar());

    assertThat(program.name()).isEqualTo("words.jar");
    assertThat(program.file()).hasBinaryContent(jar()).hasParent(directory);
    assertThat(program.file().getFileName().toString()).doesNotContain("words");
    program.remove();
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "../../evil.jar, evil.jar",
    "C:\\programs\\x.jar, x.jar",
    "/etc/passwd.jar, passwd.jar",
    "..%2fevil.jar, .._2fevil.jar",
    "a;b&c?.jar, a_b_c_.jar",
    "Wörter (2).jar, Wörter (2).jar"
  })
  void ofANameOnlyWhatIsPlainIsLeft(String given, String kept) throws IOException {
    assertThat(receive(given, jar()).name()).isEqualTo(kept);
  }

  @Test
  void aLongNameKeepsItsEnd() throws IOException {
    String chinese = receive("\u4e2d".repeat(200) + ".jar", jar()).name();
    assertThat(chinese.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
    assertThat(chinese).matches("\u4e2d+\\.jar");
    assertThat(receive("x".repeat(500) + "y.jar", jar()).name()).hasSize(200).endsWith("y.jar");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".jar", "x.zip", "x.jar/", "jar"})
  void anotherNameIsRefused(String name) {
    assertRefused(
        () -> receive(name, jar()),
        Reason.INVALID,
        "Only files whose name ends in .jar can be uploaded.");
  }

  @Test
  void whatIsNotAJarIsRefusedAndRemoved() {
    assertRefused(
        () -> receive("x.jar", new byte[0]), Reason.INVALID, "The uploaded file is empty.");
    assertRefused(
        () -> receive("x.jar", "text".getBytes(StandardCharsets.UTF_8)),
        Reason.INVALID,
        "The uploaded file is not a jar.");
    assertRefused(
        () -> receive("x.jar", zip("notes.txt", new byte[] {1})),
        Reason.INVALID,
        "The uploaded file has neither a manifest nor a class: it is not a jar.");
  }

  @Test
  void whatIsTooLargeIsRefusedAndRemoved() {
    byte[] noise = new byte[MAX_BYTES + 1];
    new Random(1).nextBytes(noise);

    assertRefused(
        () -> receive("x.jar", zip("A.class", noise)),
        Reason.TOO_LARGE,
        "The file is larger than the 10000 bytes allowed.");
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(() -> new JarUploads(directory, LIMITS).receive("x.jar", broken))
        .hasMessage("connection reset");
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.class",
        "a/../../evil.class",
        "/etc/evil.class",
        "C:/evil.class",
        "a\\..\\evil.class",
        "..",
        "C:evil.class"
      })
  void anEntryThatLeadsOutOfTheJarIsRefused(String entry) {
    assertRefused(
        () -> receive("x.jar", zip(entry, new byte[] {1})),
        Reason.INVALID,
        "The uploaded jar has an entry that leads out of it: '" + entry + "'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a..b/C.class", "..a/C.class", "META-INF/versions/9/C.class", "a/.../C.class"})
  void anEntryWithDotsInItsNameIsFine(String entry) throws IOException {
    receive("x.jar", zip(entry, new byte[] {1})).remove();
  }

  /** Broken in every byte in turn, each time in another way. */
  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x7F, 0x80, 0xFF})
  void aJarThatIsBrokenAnywhereIsTakenOrRefusedAndNothingElse(int broken) throws IOException {
    byte[] whole = jar("Manifest-Version: 1.0\r\nMain-Class: a.Main\r\n\r\n", "a comment");
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] one = whole.clone();
      one[i] = (byte) broken;
      try {
        receive("x.jar", one).remove();
      } catch (ClusterException e) {
        assertThat(e.reason()).isEqualTo(Reason.INVALID);
        refused++;
      }
    }

    assertThat(refused).isPositive();
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no colon", "Main-Class a", " : x", "Main-Class: x\r\n\r\nno: name"})
  void aManifestThatCannotBeReadIsRefused(String manifest) {
    assertRefused(
        () -> receive("x.jar", jar(manifest + "\r\n\r\n", "")),
        Reason.INVALID,
        "The uploaded file is not a jar.");
  }

  private static byte[] jar(String manifest, String comment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write(manifest.getBytes(StandardCharsets.UTF_8));
      zip.setComment(comment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void aJarThatUnpacksToFarMoreThanItsSizeIsRefused() {
    assertRefused(
        () -> receive("x.jar", zip("A.class", new byte[1 << 20])),
        Reason.INVALID,
        "The uploaded jar unpacks to more than 50 times its size.");
  }

  @Test
  void aJarOfTooManyEntriesIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 11; i++) {
        zip.putNextEntry(new ZipEntry("A" + i + ".class"));
      }
    }
    assertRefused(
        () -> receive("x.jar", bytes.toByteArray()),
        Reason.INVALID,
        "The uploaded jar has more than the 10 entries allowed.");
  }

  @Test
  void roomOnTheDiskIsKeptAndGivenBackOnce() {
    JarUploads uploads = new JarUploads(directory, new UploadLimits(MAX_BYTES, 10, 50, 15_000, 0));
    UploadRoom unknown = uploads.room(-1);
    UploadRoom known = uploads.room(5_000);

    assertRefused(
        () -> uploads.room(1),
        Reason.NO_ROOM,
        "The uploads that are on their way take all of the 15000 bytes of weir.upload.max-pending-bytes;"
            + " try again when they have arrived.");
    known.close();
    known.close();
    uploads.room(5_000).close();
    unknown.close();
    uploads.room(MAX_BYTES).close();
  }

  @Test
  void beyondTheRateAnUploadHasToWait() {
    JarUploads uploads = new JarUploads(directory, new UploadLimits(MAX_BYTES, 10, 50, 30_000, 2));

    assertThat(uploads.next()).isZero();
    assertThat(uploads.next()).isZero();
    assertThat(uploads.next()).isPositive().isLessThanOrEqualTo(java.time.Duration.ofSeconds(30));
  }
}
