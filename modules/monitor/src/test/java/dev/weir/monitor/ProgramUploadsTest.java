package dev.weir.monitor;

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

class ProgramUploadsTest {
  private static final int MAX_BYTES = 10_000;

  @TempDir private Path directory;

  private ProgramUploads.Program receive(String name, byte[] content) throws IOException {
    return new ProgramUploads(directory, MAX_BYTES)
        .receive(name, new ByteArrayInputStream(content));
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
    ProgramUploads.Program program = receive("words.jar", jar());

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

    assertThatThrownBy(() -> new ProgramUploads(directory, MAX_BYTES).receive("x.jar", broken))
        .hasMessage("connection reset");
    assertThat(directory).isEmptyDirectory();
  }
}
