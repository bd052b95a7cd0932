// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration files of Flink's distributions, and what people make of them. */
class FlinkDistributionsTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"1.3", "1.5", "1.10", "1.15", "1.20", "2.0", "2.3", "docker"})
  void theFileOfADistributionIsTakenWithoutARemark(String distribution) throws Exception {
    for (Map<String, String> more :
        List.of(Map.<String, String>of(), Map.of("weir.cluster", "http://jm"))) {
      Settings settings = resolve(conf(distribution), more);

      assertThat(settings.remarks()).isEmpty();
      assertThat(settings.server().port()).isEqualTo(8081);
      assertThat(settings.server().bind()).isIn("127.0.0.1", "localhost");
      assertThat(settings.embedded().slots()).isEqualTo(1);
      assertThat(Exposure.of(settings)).isEmpty();
    }
  }

  @Test
  void whatIsOddInAnEditedFileIsRemarkedOnLineByLine() throws Exception {
    Path conf = conf("edited");
    String place = conf.resolve("flink-conf.yaml") + ", line ";

    Settings settings = resolve(conf, Map.of("weir.cluster", "http://jm"));

    assertThat(settings.server().port()).isEqualTo(18262);
    assertThat(settings.embedded()).isEqualTo(defaults().embedded());
    assertThat(settings.submission()).isEqualTo(defaults().submission());
    String malformed =
        ": this line is not 'key: value' with a blank after the colon; it is ignored, as in Flink.";
    assertThat(settings.remarks())
        .containsExactly(
            place + "3" + malformed,
            place + "4" + malformed,
            place + "5" + malformed,
            place + "6" + malformed,
            place
                + "9: parallelism.default is given a second time, after line 8; this line wins, as in Flink.",
            "web.refresh-interval is '-1' (%s12), which Weir ignores: weir.refresh-interval must be a duration from 1 ms to 365 d with its unit, such as '3 s', '500 ms', '10 min' or 'PT3S'."
                .formatted(place),
            "web.submit.enable is '\"true\"' (%s13), which Weir ignores: weir.submit.enabled must be true or false."
                .formatted(place),
            "taskmanager.numberOfTaskSlots is '${cpu_thread}' (%s10), which Weir ignores: weir.embedded.slots must be a whole number from 1 to 10000."
                .formatted(place),
            "web.history is 'lots' (%s14), which Weir ignores: weir.embedded.history must be a whole number from 0 to 2147483647."
                .formatted(place),
            "web.upload.dir is '${FLINK_HOME}/data' (%s11), which Weir ignores: weir.embedded.upload-dir must be the path of a directory as it is: neither variables nor ~ are replaced in it."
                .formatted(place));
  }

  @Test
  void aStrongerSettingNeedsNoRemarkOnFlinksKey() throws Exception {
    Settings settings =
        resolve(
            write("web.refresh-interval: -1\nweb.history: lots\n"),
            Map.of("weir.refresh-interval", "2 s", "weir.embedded.history", "3"));

    assertThat(settings.remarks()).isEmpty();
  }

  @Test
  void theNextOfFlinksKeysCountsWhereTheFirstIsOfNoUse() throws Exception {
    assertThat(resolve(write("rest.port: 8081-8090\nweb.port: 9000\n"), Map.of()).server().port())
        .isEqualTo(9000);
  }

  @Test
  void aBadPortOfFlinksIsNamedWithItsPlace() throws Exception {
    assertThat(resolve(write("# classic\njobmanager.web.port: -1\n"), Map.of()).remarks())
        .containsExactly(
            "jobmanager.web.port is '-1' (%s, line 2), which Weir ignores: weir.port must be a whole number from 0 to 65535."
                .formatted(dir.resolve("flink-conf.yaml")));
  }

  @Test
  void aRefusalOfFlinksAddressNamesItsKeyAndPlace() throws Exception {
    Settings settings = resolve(write("a: b\nrest.bind-address: 0.0.0.0\n"), Map.of());

    assertThatThrownBy(() -> Exposure.of(settings))
        .hasMessageStartingWith(
            "weir.bind is '0.0.0.0' (rest.bind-address in %s, line 2), so others can reach the server"
                .formatted(dir.resolve("flink-conf.yaml")));
  }

  @Test
  void flinksUploadDirectoryIsTheEmbeddedOnesAlone() throws Exception {
    Settings settings = resolve(write("web.upload.dir: /opt/flink/jars\n"), Map.of());

    assertThat(settings.embedded().uploadDir()).contains(Path.of("/opt/flink/jars"));
    assertThat(settings.submission().uploadDir()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${FLINK_HOME}/jars", "~/jars"})
  void aVariableInAPathOfOursIsRefused(String path) {
    assertThatThrownBy(
            () -> SettingsResolver.resolve(SettingsSources.of(Map.of("weir.upload.dir", path))))
        .hasMessage(
            "weir.upload.dir is '%s' (--set), but must be the path of a directory as it is: neither variables nor ~ are replaced in it."
                .formatted(path));
  }

  private static Settings defaults() throws SettingsException {
    return SettingsResolver.resolve(SettingsSources.of(Map.of()));
  }

  private static Settings resolve(Path conf, Map<String, String> more) throws SettingsException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("weir.conf-dir", conf.toString());
    return SettingsResolver.resolve(SettingsSources.of(settings));
  }

  private Path write(String text) throws IOException {
    Files.writeString(dir.resolve("flink-conf.yaml"), text);
    return dir;
  }

  private static Path conf(String name) throws URISyntaxException {
    return Path.of(FlinkDistributionsTest.class.getResource("/flink-conf/" + name).toURI());
  }
}
