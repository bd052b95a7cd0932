// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flink's two formats of configuration files. */
class ConfFilesTest {
  private static final Path FILE = Path.of("conf", "file.yaml");

  @TempDir private Path dir;

  @Test
  void aLegacyFileIsReadAsFlinkReadsIt() throws SettingsException {
    String text =
        """
        ################################################################
        # The ports
        jobmanager.web.port: 8081   # of the web frontend

          rest.address:   jobmanager.example.org
        env.java.opts: "-Xmx1g -Dkey: value"
        web.upload.dir: /tmp/a b
        taskmanager.numberOfTaskSlots: 1
        taskmanager.numberOfTaskSlots: 2
        """;

    assertThat(values(LegacyConf.parse(FILE, text).entries()))
        .containsExactly(
            Map.entry("jobmanager.web.port", "8081"),
            Map.entry("rest.address", "jobmanager.example.org"),
            Map.entry("env.java.opts", "\"-Xmx1g -Dkey: value\""),
            Map.entry("web.upload.dir", "/tmp/a b"),
            Map.entry("taskmanager.numberOfTaskSlots", "2"));
  }

  @Test
  void aLegacyFileMayHaveTheLineEndsOfWindows() throws SettingsException {
    assertThat(LegacyConf.parse(FILE, "a: 1\r\n\r\nb: 2\r\n").entries())
        .containsEntry("a", new ConfEntry("a", "1", 1))
        .containsEntry("b", new ConfEntry("b", "2", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rest.port 8081",
        "rest.port:8081",
        "rest.port:",
        "security.kerberos.login.keytab: # none",
        ": 8081",
        "rest.port:\t8081",
        "rest:\t",
        "- a",
        "key=s3cret"
      })
  void aMalformedLineOfALegacyFileIsLeftOutAndRemarkedOn(String line) throws SettingsException {
    FlinkConfFile read = LegacyConf.parse(FILE, "a: 1\n" + line + "\nb: 2\n");

    assertThat(values(read.entries())).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    assertThat(read.remarks())
        .containsExactly(
            FILE
                + ", line 2: this line is not 'key: value' with a blank after the colon; it is ignored, as in Flink.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weir.port:8081", "weir.port:", "weir.port=8081", "weir.port:\t8081"})
  void aMalformedLineOfOursIsAnErrorEvenInALegacyFile(String line) {
    assertThat(LegacyConf.parse(FILE, "a: 1\n" + line + "\n").problems())
        .extracting(SettingsException::getMessage)
        .containsExactly(
            FILE
                + ", line 2: weir.port must be written 'key: value', with a blank after the colon.");
  }

  @Test
  void markersOfDocumentsAreNoLinesOfALegacyFile() throws SettingsException {
    FlinkConfFile read = LegacyConf.parse(FILE, "---\na: 1\n");

    assertThat(values(read.entries())).containsExactly(Map.entry("a", "1"));
    assertThat(read.remarks()).isEmpty();
  }

  @Test
  void aKeyGivenTwiceInALegacyFileIsRemarkedOnUnlessItIsOurs() throws SettingsException {
    assertThat(LegacyConf.parse(FILE, "a: 1\na: 2\n").remarks())
        .containsExactly(
            FILE
                + ", line 2: a is given a second time, after line 1; this line wins, as in Flink.");
    assertThat(LegacyConf.parse(FILE, "weir.port: 1\nweir.port: 2\n").problems())
        .extracting(SettingsException::getMessage)
        .containsExactly(FILE + ", line 2: weir.port is given a second time, after line 1.");
  }

  @Test
  void aModernFileMayNestItsKeysOrNot() throws SettingsException {
    String text =
        """
        # Flink 2
        rest:
          port: 8081        # of the web frontend
          bind-address: 'localhost'
        rest.address: "jobmanager.example.org"
        state:
          backend.type: rocksdb
        weir:
          log: {level: debug}
        env.java.opts.all: >-
          -Xmx1g
          -Dkey=value
        """;

    assertThat(values(ModernConf.parse(FILE, text).entries()))
        .containsExactly(
            Map.entry("rest.port", "8081"),
            Map.entry("rest.bind-address", "localhost"),
            Map.entry("rest.address", "jobmanager.example.org"),
            Map.entry("state.backend.type", "rocksdb"),
            Map.entry("weir.log.level", "debug"),
            Map.entry("env.java.opts.all", "-Xmx1g -Dkey=value"));
  }

  @Test
  void aModernFileKeepsValuesAsTheyAreWritten() throws SettingsException {
    assertThat(
            values(ModernConf.parse(FILE, "a: 1.10\nb: 007\nc: True\nd: '*'\ne: ''\n").entries()))
        .containsExactly(
            Map.entry("a", "1.10"),
            Map.entry("b", "007"),
            Map.entry("c", "True"),
            Map.entry("d", "*"),
            Map.entry("e", ""));
  }

  @Test
  void aListBecomesTheTextOfAFlowSequence() throws SettingsException {
    String text = "pipeline.jars:\n  - a.jar\n  - b, c.jar\nm: [1, {k: v}]\n";

    assertThat(values(ModernConf.parse(FILE, text).entries()))
        .containsExactly(
            Map.entry("pipeline.jars", "[a.jar, 'b, c.jar']"), Map.entry("m", "[1, {k: v}]"));
  }

  @Test
  void aModernFileMayBeEmptyOrAllComments() throws SettingsException {
    assertThat(ModernConf.parse(FILE, "").entries()).isEmpty();
    assertThat(ModernConf.parse(FILE, "# nothing\n---\n").entries()).isEmpty();
  }

  @Test
  void aModernFileKeepsTheLinesOfItsKeys() throws SettingsException {
    assertThat(ModernConf.parse(FILE, "a:\n\n  b: 1\n").entries())
        .containsEntry("a.b", new ConfEntry("a.b", "1", 3));
  }

  @Test
  void aListInPlaceOfKeysIsRefused() {
    refused("- a\n- b\n", "line 1: must be 'key: value' lines.");
  }

  @Test
  void aKeyOfOursWithoutAValueIsRefused() {
    refused("a: 1\nweir.port:\n", "line 2: weir.port has no value.");
    refused("a: 1\nweir:\n  port: ~\n", "line 3: weir.port has no value.");
  }

  @Test
  void aKeyOfOursGivenTwiceIsRefusedHoweverItIsWritten() {
    refused(
        "weir:\n  port: 1\nweir.port: 2\n",
        "line 3: weir.port is given a second time, after line 2.");
  }

  @Test
  void whatIsOddOfFlinksKeysIsRemarkedOn() throws SettingsException {
    FlinkConfFile read =
        ModernConf.parse(FILE, "rest:\n  port: 1\n  address:\nrest.port: 2\nenv.pid.dir: ~\n");

    assertThat(values(read.entries())).containsExactly(Map.entry("rest.port", "2"));
    assertThat(read.remarks())
        .containsExactly(
            FILE + ", line 3: rest.address has no value; it is ignored.",
            FILE + ", line 4: rest.port is given a second time, after line 2; this line wins.",
            FILE + ", line 5: env.pid.dir has no value; it is ignored.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flink-conf.yaml", "config.yaml"})
  void aByteOrderMarkIsNoPartOfTheFirstKey(String name) throws SettingsException, IOException {
    Files.writeString(dir.resolve(name), "\uFEFFrest.port: 18262\n");

    assertThat(values(ConfDir.read(dir, "--conf-dir").entries()))
        .containsExactly(Map.entry("rest.port", "18262"));
  }

  @Test
  void aLegacyFileMayHaveLettersThatAreNotUtf8() throws SettingsException, IOException {
    Files.write(
        dir.resolve("flink-conf.yaml"),
        "# f\u00fcr Flink\nrest.port: 1\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(values(ConfDir.read(dir, "--conf-dir").entries()))
        .containsExactly(Map.entry("rest.port", "1"));
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsLineAndNotItsText() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> ModernConf.parse(FILE, "a: 1\npassword: \"hunter2\nb: 3\n"))
        .withMessageStartingWith(FILE + ", line ")
        .withMessageNotContaining("hunter2")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    refused(
        "a: *\n", "line 1: is not YAML, while scanning an alias: unexpected character found (10).");
  }

  @Test
  void aFileThatContainsItselfIsRefused() {
    refused("a: &x\n  b: *x\n", "line 1: is nested deeper than 50 keys.");
  }

  @Test
  void theModernFileIsPreferredAndTheOtherRemarkedOn() throws SettingsException, IOException {
    Files.writeString(dir.resolve("config.yaml"), "a: modern\n");
    Files.writeString(dir.resolve("flink-conf.yaml"), "a: legacy\nb: legacy\n");

    FlinkConfFile read = ConfDir.read(dir, "--conf-dir");

    assertThat(values(read.entries())).containsExactly(Map.entry("a", "modern"));
    assertThat(read.remarks())
        .containsExactly(
            dir
                + " has both config.yaml and flink-conf.yaml; only config.yaml is read, as Flink 2"
                + " does.");
  }

  private static void refused(String text, String complaint) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () -> {
              Problems problems = new Problems();
              ModernConf.parse(FILE, text).problems().forEach(problems::add);
              problems.requireNone();
            })
        .withMessage(FILE + ", " + complaint);
  }

  private static Map<String, String> values(Map<String, ConfEntry> entries) {
    Map<String, String> values = new LinkedHashMap<>();
    entries.values().forEach(entry -> values.put(entry.key(), entry.value()));
    return values;
  }
}
