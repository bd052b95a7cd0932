// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the directories of settings can be written to. */
class DirectoriesTest {
  @TempDir private Path dir;

  private static Settings settings(Map<String, String> given) throws SettingsException {
    return SettingsResolver.resolve(SettingsSources.of(given));
  }

  @Test
  void eachThatCannotBeWrittenToIsNamedWithItsSetting() throws Exception {
    Path file = Files.createFile(dir.resolve("file"));
    String below = file.resolve("below").toString();

    assertThat(
            Directories.problems(
                settings(
                    Map.of(
                        "weir.work-dir", below,
                        "weir.upload.dir", file.toString(),
                        "weir.embedded.upload-dir", file.resolve("jars").toString(),
                        "weir.audit.file", file.resolve("audit.log").toString(),
                        "weir.log.file", file.resolve("weir.log").toString()))))
        .containsExactly(
            "weir.work-dir is '%s' (--set), but %s is not a directory.".formatted(below, file),
            "weir.upload.dir is '%s' (--set), but %s is not a directory.".formatted(file, file),
            "weir.embedded.upload-dir is '%s' (--set), but %s is not a directory."
                .formatted(file.resolve("jars"), file),
            "weir.audit.file is '%s' (--set), but %s is not a directory."
                .formatted(file.resolve("audit.log"), file),
            "weir.log.file is '%s' (--set), but %s is not a directory."
                .formatted(file.resolve("weir.log"), file));
  }

  @Test
  void aDirectoryThatRefusesFilesIsNamed() throws Exception {
    // Nobody makes a file there, not even root.
    Path kernel = Path.of("/proc/self");
    assumeThat(Files.isDirectory(kernel)).isTrue();

    assertThat(Directories.problems(settings(Map.of("weir.work-dir", kernel.toString()))))
        .singleElement()
        .asString()
        .startsWith("weir.work-dir is '/proc/self' (--set), but this process cannot write to ");
  }

  @Test
  void aDirectoryInThePlaceOfAFileIsNamed() throws Exception {
    Map<String, String> given =
        Map.of("weir.audit.file", dir.toString(), "weir.log.file", dir.toString());

    assertThat(Directories.problems(settings(given)))
        .containsExactly(
            "weir.audit.file is '%s' (--set), but it must be a file, and is a directory."
                .formatted(dir),
            "weir.log.file is '%s' (--set), but it must be a file, and is a directory."
                .formatted(dir));
  }

  @Test
  void whatIsTriedIsLeftAsItWas() throws Exception {
    Map<String, String> given =
        Map.of(
            "weir.work-dir", dir.resolve("a/b").toString(),
            "weir.upload.dir", dir.toString(),
            "weir.audit.file", dir.resolve("c/audit.log").toString());

    assertThat(Directories.problems(settings(given))).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void theDirectoryOfTheEmbeddedFlinkIsOfNoInterestWithoutIt() throws Exception {
    Path file = Files.createFile(dir.resolve("file"));

    assertThat(
            Directories.problems(
                settings(
                    Map.of(
                        "weir.cluster",
                        "http://127.0.0.1:1",
                        "weir.embedded.upload-dir",
                        file.toString()))))
        .isEmpty();
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.toList().stream();
    }
  }
}
