// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.keys.SnapshotKeys;
import dev.weir.server.settings.sources.GivenSetting;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key from every source, and which source wins. */
class SettingsSourcesTest {
  @TempDir private Path confDir;

  @Test
  void everyKeyIsReadFromTheCommandLine() throws SettingsException {
    assertThat(onCommandLine().given()).isEqualTo(given(key -> "--set"));
  }

  @Test
  void everyKeyIsReadFromJavaSystemProperties() throws SettingsException {
    requireSame(
        SettingsResolver.resolve(new SettingsSources(List.of(), Samples.texts(), Map.of())),
        key -> "Java system property");
  }

  @Test
  void everyKeyIsReadFromTheEnvironment() throws SettingsException {
    requireSame(
        SettingsResolver.resolve(
            new SettingsSources(List.of(), Map.of(), asVariables(Samples.texts()))),
        key -> "environment variable " + variable(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.yaml", "flink-conf.yaml"})
  void everyKeyIsReadFromAFile(String name) throws SettingsException, IOException {
    Settings settings = fromFile(name, Samples.texts());

    assertThat(settings)
        .usingRecursiveComparison()
        .ignoringFields("given", "values")
        .isEqualTo(onCommandLine());
    assertThat(settings.given())
        .extracting(GivenSetting::key)
        .containsAll(Samples.texts().keySet());
  }

  private static Settings onCommandLine() throws SettingsException {
    return SettingsResolver.resolve(SettingsSources.of(Samples.texts()));
  }

  private static void requireSame(Settings settings, Function<String, String> origin)
      throws SettingsException {
    assertThat(settings)
        .usingRecursiveComparison()
        .ignoringFields("given")
        .isEqualTo(onCommandLine());
    assertThat(settings.given()).isEqualTo(given(origin));
  }

  @ParameterizedTest
  @MethodSource("flinkKeys")
  void everyKeyOfFlinksGivesItsSetting(String flinkKey, Setting<?> setting)
      throws SettingsException, IOException {
    String text = Samples.texts().get(setting.key());

    Settings settings = fromFile("config.yaml", Map.of(flinkKey, text));

    assertThat(settings.given())
        .contains(
            new GivenSetting(
                setting.key(),
                text,
                flinkKey + " in " + confDir.resolve("config.yaml") + ", line 1"))
        .hasSize(2);
    assertThat(settings.flinkConfiguration()).containsExactly(Map.entry(flinkKey, text));
  }

  static Stream<Object[]> flinkKeys() {
    return SettingKeys.all().stream()
        .flatMap(setting -> setting.flinkKeys().stream().map(key -> new Object[] {key, setting}));
  }

  @Test
  void flinksKeysAreTheseAndNoOthers() {
    assertThat(flinkKeys().map(pair -> pair[0] + " -> " + ((Setting<?>) pair[1]).key()))
        .containsExactly(
            "rest.port -> weir.port",
            "web.port -> weir.port",
            "jobmanager.web.port -> weir.port",
            "rest.bind-address -> weir.bind",
            "web.address -> weir.bind",
            "jobmanager.web.address -> weir.bind",
            "web.refresh-interval -> weir.refresh-interval",
            "jobmanager.web.refresh-interval -> weir.refresh-interval",
            "web.submit.enable -> weir.submit.enabled",
            "jobmanager.web.submit.enable -> weir.submit.enabled",
            "web.access-control-allow-origin -> weir.cors.allow-origin",
            "jobmanager.web.access-control-allow-origin -> weir.cors.allow-origin",
            "minicluster.number-of-taskmanagers -> weir.embedded.task-managers",
            "local.number-taskmanager -> weir.embedded.task-managers",
            "taskmanager.numberOfTaskSlots -> weir.embedded.slots",
            "completed-application-store.max-capacity -> weir.embedded.history",
            "jobstore.max-capacity -> weir.embedded.history",
            "web.history -> weir.embedded.history",
            "jobmanager.web.history -> weir.embedded.history",
            "web.upload.dir -> weir.embedded.upload-dir",
            "jobmanager.web.upload.dir -> weir.embedded.upload-dir");
  }

  @Test
  void aStrongerSourceWinsOverEachWeakerOne() throws SettingsException, IOException {
    Files.writeString(confDir.resolve("config.yaml"), "rest.port: 1\n");
    assertThat(port(null, null, null)).isEqualTo(1);
    Files.writeString(confDir.resolve("config.yaml"), "rest.port: 1\nweir.port: 2\n");
    assertThat(port(null, null, null)).isEqualTo(2);
    assertThat(port(null, null, "3")).isEqualTo(3);
    assertThat(port(null, "4", "3")).isEqualTo(4);
    assertThat(port("5", "4", "3")).isEqualTo(5);
  }

  @Test
  void todaysKeyOfFlinkWinsOverTheClassicOne() throws SettingsException, IOException {
    Files.writeString(
        confDir.resolve("flink-conf.yaml"), "jobmanager.web.port: 1\nrest.port: 2\nweb.port: 3\n");

    assertThat(port(null, null, null)).isEqualTo(2);
  }

  @Test
  void flinksPlainNumberIsMilliseconds() throws SettingsException, IOException {
    assertThat(fromFile("flink-conf.yaml", Map.of("jobmanager.web.refresh-interval", "1500")))
        .extracting(settings -> settings.value(SnapshotKeys.REFRESH_INTERVAL))
        .isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void theConfDirMayComeFromTheEnvironment() throws SettingsException, IOException {
    Files.writeString(confDir.resolve("config.yaml"), "weir.port: 2\n");

    Settings settings =
        SettingsResolver.resolve(
            new SettingsSources(List.of(), Map.of(), Map.of("WEIR_CONF_DIR", confDir.toString())));

    assertThat(settings.server().port()).isEqualTo(2);
  }

  @Test
  void aPropertyThatIsNotOursDoesNotCount() throws SettingsException {
    Map<String, String> foreign = Map.of("java.version", "17", "rest.port", "1", "weirdo", "2");

    assertThat(SettingsResolver.resolve(new SettingsSources(List.of(), foreign, Map.of())))
        .isEqualTo(SettingsResolver.resolve(SettingsSources.of(Map.of())));
  }

  @Test
  void flinkIsGivenItsOwnKeysAndNotOurs() throws SettingsException, IOException {
    Map<String, String> texts =
        Map.of("rest.port", "1", "state.backend.type", "rocksdb", "weir.port", "2");

    assertThat(fromFile("config.yaml", texts).flinkConfiguration())
        .isEqualTo(Map.of("rest.port", "1", "state.backend.type", "rocksdb"));
  }

  private int port(String argument, String property, String variable) throws SettingsException {
    Map<String, String> properties = new HashMap<>();
    properties.put("weir.conf-dir", confDir.toString());
    if (property != null) {
      properties.put("weir.port", property);
    }
    return SettingsResolver.resolve(
            new SettingsSources(
                argument == null
                    ? List.of()
                    : List.of(new SettingsSources.Argument("weir.port", argument, "--port")),
                properties,
                variable == null ? Map.of() : Map.of("WEIR_PORT", variable)))
        .server()
        .port();
  }

  private Settings fromFile(String name, Map<String, String> texts)
      throws SettingsException, IOException {
    String lines =
        texts.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Files.writeString(confDir.resolve(name), lines);
    return SettingsResolver.resolve(
        SettingsSources.of(Map.of("weir.conf-dir", confDir.toString())));
  }

  private static List<GivenSetting> given(Function<String, String> origin) {
    return SettingKeys.all().stream()
        .filter(setting -> Samples.texts().containsKey(setting.key()))
        .map(
            setting ->
                new GivenSetting(
                    setting.key(),
                    setting.shown(Samples.texts().get(setting.key())),
                    origin.apply(setting.key())))
        .toList();
  }

  private static Map<String, String> asVariables(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
  }

  private static String variable(String key) {
    return SettingKeys.find(key).orElseThrow().environmentVariable();
  }
}
