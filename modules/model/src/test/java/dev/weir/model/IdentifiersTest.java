// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.jar.JarId;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.VertexId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  private static final String HEX = "0123456789abcdef0123456789abcdef";

  @Test
  void aJobIdIsTheSameInEitherCase() {
    assertThat(JobId.parse(HEX.toUpperCase(Locale.ROOT))).isEqualTo(JobId.parse(HEX));
    assertThat(JobId.parse(HEX)).hasToString(HEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "zzz", "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdeg"})
  void whatIsNot32HexDigitsIsNoJobOrVertexId(String text) {
    assertThatThrownBy(() -> JobId.parse(text))
        .isInstanceOf(MalformedIdException.class)
        .hasMessage("'" + text + "' is not a job id: it must be 32 hexadecimal digits.");
    assertThatThrownBy(() -> VertexId.parse(text)).isInstanceOf(MalformedIdException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jar", "5f-7_My Program (1).jar", "..jar", "ünï.jar"})
  void aJarIdIsAFileName(String text) {
    assertThat(JarId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".jar", "a", "a.zip", "../a.jar", "a/b.jar", "a\\b.jar", "a\0.jar"})
  void aPathIsNoJarId(String text) {
    assertThatThrownBy(() -> JarId.parse(text)).isInstanceOf(MalformedIdException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "prod", "Prod_EU-1", "0", "x-overview"})
  void aClusterNameIsOfLettersDigitsHyphensAndUnderscores(String text) {
    assertThat(new ClusterName(text)).hasToString(text);
    assertThat(new ClusterName("n".repeat(63)).value()).hasSize(63);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "_a", "a/b", "a b", "a.b", "..", "\u00e9", "a%2Fb", "overview", "jobs"})
  void whatIsOddOrTakenIsNoClusterName(String text) {
    assertThatThrownBy(() -> new ClusterName(text))
        .isInstanceOf(MalformedIdException.class)
        .hasMessageStartingWith("'" + text + "' is not the name of a cluster: ");
    assertThatThrownBy(() -> new ClusterName("n".repeat(64)))
        .isInstanceOf(MalformedIdException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f6309149-cd26-443a-becc-667aea5eb91e",
        "localhost:43881-1a2b3c",
        "container_1",
        "[fd00::5]:6122-ab12cd",
        "tm 1",
        "\u0440\u0430\u0431\u043e\u0447\u0438\u0439-1",
        "fe80::1%eth0:1-a",
        "rack1/host2",
        "a+b",
        "host,1",
        "x\"y"
      })
  void aTaskManagerIdIsWhatFlinkMakesOrWhatItIsGiven(String text) {
    assertThat(TaskManagerId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a\0", "a\nb"})
  void dotsAndControlCharactersAreNoTaskManagerId(String text) {
    assertThatThrownBy(() -> TaskManagerId.parse(text)).isInstanceOf(MalformedIdException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "x",
        "2147483648",
        "1.0",
        "+1",
        "\u0660",
        "9999999999999999999",
        "99999999999999999999"
      })
  void aSubtaskNumberIsANaturalNumber(String text) {
    assertThatThrownBy(() -> SubtaskIndex.parse(text))
        .isInstanceOf(MalformedIdException.class)
        .hasMessageContaining("it must be a number from 0 to 2147483647");
    assertThatThrownBy(() -> AttemptNumber.parse(text)).isInstanceOf(MalformedIdException.class);
  }

  @Test
  void whatTheClusterCallsItIsTakenAsItIs() {
    assertThat(new JobId("").value()).isEmpty();
    assertThat(new VertexId("not hexadecimal")).hasToString("not hexadecimal");
    assertThat(new TaskManagerId("..")).hasToString("..");
    assertThat(new JarId("a/b")).hasToString("a/b");
  }

  @Test
  void numbersAreRead() {
    assertThat(SubtaskIndex.parse("7")).isEqualTo(new SubtaskIndex(7));
    assertThat(AttemptNumber.parse("0")).isEqualTo(new AttemptNumber(0));
    assertThat(CheckpointId.parse("99999999999")).isEqualTo(new CheckpointId(99999999999L));
    assertThat(SavepointRequestId.parse("1")).isEqualTo(new SavepointRequestId(1));
  }

  @Test
  void whatIsShownOfBadInputIsShortAndPrintable() {
    assertThatThrownBy(() -> JobId.parse("\u001b[31m" + "x".repeat(5000)))
        .message()
        .hasSizeLessThan(200)
        .doesNotContain("\u001b");
  }
}
