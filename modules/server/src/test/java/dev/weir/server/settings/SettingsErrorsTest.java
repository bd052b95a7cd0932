// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user reads when a setting is not right: one line, word for word. */
class SettingsErrorsTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          weir.port | 70000 | a whole number from 0 to 65535
          weir.port | 80.5 | a whole number from 0 to 65535
          weir.bind | localhost:8081 | a host name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface
          weir.demo | yes | true or false
          weir.flink | 1.19 | 2.3 or 1.20
          weir.flink | 1.20.4 | 2.3 or 1.20
          weir.refresh-interval | 3 | a duration from 1 ms to 365 d with its unit, such as '3 s', '500 ms', '10 min' or 'PT3S'
          weir.upload.max-bytes | 0 | a positive size in bytes or with a unit, such as '64 mb', '100 MiB' or '1g'
          weir.http.max-header-bytes | 10 | a size from 1 KiB to 1 MiB in bytes or with a unit, such as '64 mb', '100 MiB' or '1g'
          weir.cors.allow-origin | example.org | * or origins separated by commas, such as https://dashboard.example.org
          weir.log.level | trace | one of error, warning, info, debug
          weir.work-dir | "" | the path of a directory
          weir.log.file | /var/log/%d/weir.log | the path of a file without '%', whose name is of letters, digits, '.', '_' and '-'
          weir.audit.file | /var/log/audit+.log | the path of a file without '%', whose name is of letters, digits, '.', '_' and '-'
          weir.log.config | /etc/weir/logback.groovy | the path of a file whose name ends in .xml
          weir.log.max-total-bytes | 1024 | weir.log.max-bytes at least, which is 67108864
          """)
  void aBadValueIsShownWithWhatWouldBeRight(String key, String value, String right) {
    assertThat(complaint(SettingsSources.of(Map.of(key, value))))
        .isEqualTo(key + " is '" + value + "' (--set), but must be " + right + ".");
  }

  @Test
  void aBadValueOfASystemPropertySaysSo() {
    assertThat(complaint(new SettingsSources(List.of(), Map.of("weir.port", "x"), Map.of())))
        .isEqualTo(
            "weir.port is 'x' (Java system property), but must be a whole number from 0 to 65535.");
  }

  @Test
  void aBadValueOfAnEnvironmentVariableNamesIt() {
    assertThat(
            complaint(new SettingsSources(List.of(), Map.of(), Map.of("WEIR_LOG_LEVEL", "loud"))))
        .isEqualTo(
            "weir.log.level is 'loud' (environment variable WEIR_LOG_LEVEL), but must be one of"
                + " error, warning, info, debug.");
  }

  @Test
  void aBadValueOfAFileNamesTheLine() {
    assertThat(complaint("config.yaml", "a: 1\nweir:\n  port: x\n"))
        .isEqualTo(
            "weir.port is 'x' (%s, line 3), but must be a whole number from 0 to 65535."
                .formatted(dir.resolve("config.yaml")));
  }

  @Test
  void anUnknownKeyOfTheCommandLineIsAnsweredWithTheNearest() {
    assertThat(complaint(SettingsSources.of(Map.of("weir.prot", "9090"))))
        .isEqualTo(
            "weir.prot is given (--set), but there is no such setting; the nearest is weir.port.");
  }

  @Test
  void aKeyOfFlinksOnTheCommandLineIsAnsweredWithOurs() {
    assertThat(complaint(SettingsSources.of(Map.of("taskmanager.numberOfTaskSlots", "2"))))
        .isEqualTo(
            "taskmanager.numberOfTaskSlots is given (--set), but there is no such setting; the"
                + " nearest is weir.embedded.slots.");
  }

  @Test
  void anUnknownSystemPropertyIsAnsweredWithTheNearest() {
    assertThat(complaint(new SettingsSources(List.of(), Map.of("weir.timeout", "1 s"), Map.of())))
        .isEqualTo(
            "weir.timeout is given (Java system property), but there is no such setting; the"
                + " nearest is weir.upstream.timeout.");
  }

  @Test
  void anUnknownEnvironmentVariableIsAnsweredWithTheNearest() {
    assertThat(
            complaint(
                new SettingsSources(List.of(), Map.of(), Map.of("WEIR_MAX_STALLNESS", "1 s"))))
        .isEqualTo(
            "WEIR_MAX_STALLNESS is given (environment variable), but there is no such setting; the"
                + " nearest is WEIR_MAX_STALENESS.");
  }

  @Test
  void anUnknownKeyOfAFileIsAnsweredWithTheNearest() {
    assertThat(complaint("config.yaml", "weir:\n  uplaod:\n    dir: /tmp\n"))
        .isEqualTo(
            "weir.uplaod.dir is given (%s, line 3), but there is no such setting; the nearest is weir.upload.dir."
                .formatted(dir.resolve("config.yaml")));
  }

  @Test
  void ourNameAloneIsNoKey() {
    assertThat(complaint("config.yaml", "weir: on\n")).contains("there is no such setting");
  }

  @Test
  void aSettingGivenTwiceOnTheCommandLineIsRefused() {
    SettingsSources inputs =
        new SettingsSources(
            List.of(
                new SettingsSources.Argument("weir.port", "1", "--port"),
                new SettingsSources.Argument("weir.port", "2", "--set")),
            Map.of(),
            Map.of());

    assertThat(complaint(inputs)).isEqualTo("weir.port is given twice on the command line.");
  }

  @Test
  void theConfDirCannotBeGivenInItsOwnFile() {
    assertThat(complaint("config.yaml", "weir.conf-dir: /etc\n"))
        .isEqualTo(
            dir.resolve("config.yaml")
                + ", line 1: weir.conf-dir cannot be given in a file of that directory.");
  }

  @Test
  void theExampleJobsNeedTheEmbeddedFlink() {
    Map<String, String> both = Map.of("weir.demo", "true", "weir.cluster", "http://jm:8081");

    assertThat(complaint(SettingsSources.of(both)))
        .isEqualTo(
            "weir.demo is 'true' (--set), but must be false if no cluster is embedded: the example jobs need the embedded Flink.");
  }

  @Test
  void theChoiceOfAnEmbeddedFlinkNeedsOne() {
    Map<String, String> both = Map.of("weir.flink", "2.3", "weir.cluster", "http://jm:8081");

    assertThat(complaint(SettingsSources.of(both)))
        .isEqualTo(
            "weir.flink is '2.3' (--set), but must be left out if no cluster is embedded: it selects the embedded Flink.");
  }

  @Test
  void aMissingConfDirIsRefused() {
    String missing = dir.resolve("missing").toString();

    assertThat(complaint(SettingsSources.of(Map.of("weir.conf-dir", missing))))
        .isEqualTo(
            "weir.conf-dir is '%s' (--set), but must be a directory that holds config.yaml or flink-conf.yaml."
                .formatted(missing));
  }

  @Test
  void aConfDirWithoutAFileIsRefused() {
    assertThat(complaint(SettingsSources.of(Map.of("weir.conf-dir", dir.toString()))))
        .endsWith("must be a directory that holds config.yaml or flink-conf.yaml.");
  }

  @Test
  void aFileThatIsADirectoryIsRefused() throws IOException {
    Files.createDirectory(dir.resolve("config.yaml"));

    assertThat(complaint(SettingsSources.of(Map.of("weir.conf-dir", dir.toString()))))
        .isEqualTo(dir.resolve("config.yaml") + " cannot be read; it must be a readable file.");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Files.write(dir.resolve("config.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, '\n'});

    assertThat(complaint(SettingsSources.of(Map.of("weir.conf-dir", dir.toString()))))
        .isEqualTo(dir.resolve("config.yaml") + " is not UTF-8 text.");
  }

  @Test
  void aComplaintIsOneLineAndKeepsSecrets() {
    assertThat(complaint(SettingsSources.of(Map.of("weir.port", "80\n81\r\n\u001b[31m"))))
        .startsWith("weir.port is '80 81 [31m' (--set)");
    assertThat(complaint(SettingsSources.of(Map.of("weir.cluster", "http://me:pass@jm:8081"))))
        .startsWith("weir.cluster is 'http://******@jm:8081' (--set)");
    assertThat(complaint(SettingsSources.of(Map.of("weir.cluster", "http://me:p/a@ss@jm:8081"))))
        .startsWith("weir.cluster is 'http://******@jm:8081' (--set)");
    assertThat(complaint(SettingsSources.of(Map.of("weir.port", "8".repeat(10_000)))))
        .hasSizeLessThan(300);
  }

  /** It may be meant for a secret, whatever its key looks like. */
  @ParameterizedTest
  @ValueSource(
      strings = {"weir.tls.password", "weir.tls.pasword", "weir.security.basic.fil", "weir.tls.x"})
  void theValueOfAMistypedSettingIsNotShown(String key) {
    assertThat(complaint(SettingsSources.of(Map.of(key, "hunter2"))))
        .startsWith(key + " is given (--set)")
        .doesNotContain("hunter2");
    assertThat(complaint(new SettingsSources(List.of(), Map.of(key, "hunter2"), Map.of())))
        .doesNotContain("hunter2");
    assertThat(complaint("config.yaml", key + ": hunter2\n")).doesNotContain("hunter2");
    assertThat(
            complaint(
                new SettingsSources(
                    List.of(),
                    Map.of(),
                    Map.of(key.toUpperCase(Locale.ROOT).replace('.', '_'), "hunter2"))))
        .doesNotContain("hunter2");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWhereverItIsFrom() throws IOException {
    Path config = dir.resolve("weir.yaml");
    Files.writeString(config, "weir:\n  prot: 1\n  work-dir:\n  log.level: loud\n");
    Files.writeString(
        dir.resolve("flink-conf.yaml"), "weir.uplaod.dir: /tmp\nweir.bind:localhost\n");
    SettingsSources inputs =
        new SettingsSources(
            List.of(
                new SettingsSources.Argument("weir.config", config.toString(), "--config"),
                new SettingsSources.Argument("weir.conf-dir", dir.toString(), "--conf-dir"),
                new SettingsSources.Argument("weir.demmo", "true", "--set"),
                new SettingsSources.Argument("weir.port", "x", "--port")),
            Map.of("weir.timeout", "1 s", "weir.flink", "3"),
            Map.of("WEIR_MAX_STALLNESS", "1 s", "WEIR_DEMO", "perhaps"));

    assertThat(complaint(inputs).lines())
        .extracting(line -> line.replaceFirst(", but .*|(, line \\d+: .*)", "$1"))
        .containsExactlyInAnyOrder(
            "weir.demmo is given (--set)",
            "weir.timeout is given (Java system property)",
            "WEIR_MAX_STALLNESS is given (environment variable)",
            config + ", line 3: weir.work-dir has no value.",
            "weir.prot is given (" + config + ", line 2)",
            dir.resolve("flink-conf.yaml")
                + ", line 2: weir.bind must be written 'key: value', with a blank after the colon.",
            "weir.uplaod.dir is given (" + dir.resolve("flink-conf.yaml") + ", line 1)",
            "weir.port is 'x' (--port)",
            "weir.log.level is 'loud' (" + config + ", line 4)",
            "weir.flink is '3' (Java system property)",
            "weir.demo is 'perhaps' (environment variable WEIR_DEMO)");
  }

  @Test
  void whatIsWrongWithSeveralClustersIsSaidOfEach() {
    assertThat(
            complaint(
                    SettingsSources.of(
                        Map.of(
                            "weir.clusters.a.user", "me",
                            "weir.clusters.b.high-availability.zookeeper.quorum", "zk",
                            "weir.cluster", "b=http://b c=http://c",
                            "weir.clusters.c.password", "hunter2")))
                .lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Cluster a needs exactly one of"))
        .anyMatch(line -> line.startsWith("Cluster b needs exactly one of"))
        .anyMatch(line -> line.startsWith("weir.clusters.c.password has no effect"));
  }

  private String complaint(String file, String text) {
    try {
      Files.writeString(dir.resolve(file), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return complaint(SettingsSources.of(Map.of("weir.conf-dir", dir.toString())));
  }

  private static String complaint(SettingsSources inputs) {
    return catchThrowableOfType(SettingsException.class, () -> SettingsResolver.resolve(inputs))
        .getMessage();
  }
}
