// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.server.settings.keys.SavepointKeys;
import dev.weir.server.settings.sources.GivenSetting;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.server.settings.sources.SettingsSources.Rank;
import dev.weir.server.settings.sources.SettingsSources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of {@code weir.config}, and what a container has to say. */
class FurtherSourcesTest {
  private static final String KEY = "weir.savepoints.remembered";

  @TempDir private Path directory;

  @Test
  void whatIsOfTheApplicationComesBeforeTheProcess() throws SettingsException {
    Settings settings =
        resolve(
            Map.of(KEY, "3"),
            source("first", Rank.OF_THE_APPLICATION, "1"),
            source("second", Rank.OF_THE_APPLICATION, "2"));

    assertThat(settings.given()).containsExactly(new GivenSetting(KEY, "1", "first"));
  }

  @Test
  void whatComesBeforeDefaultsComesAfterFiles() throws SettingsException, IOException {
    Source last = source("last", Rank.BEFORE_DEFAULTS, "4");
    Path file = write("weir.yaml", "weir:\n  savepoints.remembered: 3\n");

    assertThat(resolve(Map.of(), last).value(SavepointKeys.REMEMBERED)).isEqualTo(4);
    assertThat(
            resolve(Map.of("weir.config", file.toString()), last).value(SavepointKeys.REMEMBERED))
        .isEqualTo(3);
  }

  @Test
  void theFileMayBeYamlOrProperties() throws SettingsException, IOException {
    Path yaml = write("weir.yaml", "weir:\n  savepoints:\n    remembered: 7\n");
    Path properties = write("weir.properties", "# ours\nweir.savepoints.remembered = 8\n");

    assertThat(resolve(Map.of("weir.config", yaml.toString())).given())
        .contains(new GivenSetting(KEY, "7", yaml + ", line 3"));
    assertThat(resolve(Map.of("weir.config", properties.toString())).given())
        .contains(new GivenSetting(KEY, "8", properties + ", line 2"));
  }

  @Test
  void theFileHoldsNothingButSettingsOfOurs() throws IOException {
    Path flinks = write("flink.yaml", "rest.port: 8081\n");
    Path itself = write("itself.yaml", "weir.config: other.yaml\n");

    assertThatThrownBy(() -> resolve(Map.of("weir.config", flinks.toString())))
        .hasMessageContaining("rest.port")
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> resolve(Map.of("weir.config", itself.toString())))
        .hasMessageContaining("cannot be given in the file that it names");
    assertThatThrownBy(() -> resolve(Map.of("weir.config", directory.toString())))
        .hasMessageContaining("a file that can be read");
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithThePlaceItIsFrom() {
    assertThatThrownBy(
            () ->
                resolve(
                    Map.of(),
                    new Source(
                        "context parameter", Rank.OF_THE_APPLICATION, Map.of("weir.x", "1"))))
        .hasMessageContaining("context parameter");
  }

  @Test
  void whatOnlyTheStandaloneServerUsesIsNamedWhereAContainerServes() throws SettingsException {
    Map<String, String> given =
        Map.of(
            "weir.port", "1",
            "weir.log.level", "debug",
            "weir.cluster", "x=http://x",
            "weir.clusters.x.user", "me",
            "weir.upload.per-minute", "5");

    assertThat(SettingsResolver.resolve(SettingsSources.of(given)).unusedInContainer())
        .containsExactly("weir.port", "weir.log.level");
  }

  private static Settings resolve(Map<String, String> properties, Source... more)
      throws SettingsException {
    return SettingsResolver.resolve(
        new SettingsSources(List.of(), properties, Map.of(), List.of(more), Optional.empty()));
  }

  private static Source source(String origin, Rank rank, String value) {
    return new Source(origin, rank, Map.of(KEY, value));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
