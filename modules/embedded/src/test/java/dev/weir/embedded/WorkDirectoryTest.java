// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A work directory has one owner, and loses what was temporary when it closes. */
class WorkDirectoryTest {

  @TempDir private Path parent;

  @Test
  void whatIsTemporaryGoesAndTheRestStays() throws Exception {
    Path root = parent.resolve("not/there/yet");
    WorkDirectory directory = WorkDirectory.open(root);
    Files.writeString(directory.lib().resolve("some.jar"), "jar");
    Files.createDirectories(directory.forFlink().get("upload"));
    Files.createDirectories(directory.forFlink().get("savepoints"));

    directory.close();

    assertThat(root).isDirectoryNotContaining("glob:**/{flink,lock}");
    assertThat(root.resolve("log")).exists();
    assertThat(root.resolve("savepoints")).exists();
  }

  @Test
  void whatACrashHasLeftIsRemoved() throws Exception {
    Files.createDirectories(parent.resolve("flink/lib"));
    Files.writeString(parent.resolve("flink/lib/old.jar"), "jar");
    Files.writeString(parent.resolve("lock"), "");

    try (WorkDirectory directory = WorkDirectory.open(parent)) {
      assertThat(directory.lib()).isEmptyDirectory();
    }
  }

  @Test
  void aLinkIsRemovedAndNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious"), "kept");
    WorkDirectory directory = WorkDirectory.open(parent.resolve("work"));
    Files.createSymbolicLink(directory.lib().resolve("link"), elsewhere);

    directory.close();

    assertThat(elsewhere.resolve("precious")).exists();
  }

  @Test
  void aSecondOwnerIsRefusedUntilTheFirstOneCloses() throws Exception {
    try (WorkDirectory first = WorkDirectory.open(parent)) {
      assertThat(first.log()).exists();
      assertThatExceptionOfType(EmbeddedFlinkException.class)
          .isThrownBy(() -> WorkDirectory.open(parent))
          .withMessageContaining("in use");
    }
    WorkDirectory.open(parent).close();
  }
}
