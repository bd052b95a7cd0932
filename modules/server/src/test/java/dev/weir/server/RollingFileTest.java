package dev.weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {
  @TempDir private Path directory;

  private RollingFile open() throws IOException {
    return new RollingFile(directory.resolve("log/audit.log"), 10, 3);
  }

  private Path numbered(int number) {
    return directory.resolve("log/audit.log." + number);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFullFileIsFollowedByTheNextAndTheOldestGoes() throws IOException {
    try (RollingFile file = open()) {
      for (int i = 1; i <= 7; i++) {
        file.write("line " + i);
      }
    }

    assertThat(numbered(0)).hasContent("line 7");
    assertThat(numbered(1)).hasContent("line 5\nline 6");
    assertThat(numbered(2)).hasContent("line 3\nline 4");
    assertThat(numbered(3)).doesNotExist();
  }

  @Test
  void aFileThatIsThereIsGoneOnWith() throws IOException {
    try (RollingFile file = open()) {
      file.write("one");
    }
    try (RollingFile file = open()) {
      file.write("two");
    }

    assertThat(numbered(0)).hasContent("one\ntwo");
  }

  @Test
  void nobodyButTheOwnerMayReadAnyOfThem() throws IOException {
    Files.createDirectories(directory.resolve("log"));
    Files.createFile(
        numbered(0),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    try (RollingFile file = open()) {
      file.write("0123456789");
      file.write("x");
    }

    try (Stream<Path> files = Files.list(directory.resolve("log"))) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(one -> assertThat(permissions(one)).isEqualTo("rw-------"));
    }
    try (RollingFile file = new RollingFile(directory.resolve("new/audit.log"), 10, 3)) {
      file.write("x");
      assertThat(permissions(directory.resolve("new"))).isEqualTo("rwx------");
    }
  }
}
