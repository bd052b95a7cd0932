// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environment variables are ours. */
class EnvironmentVariablesTest {
  private final List<String> remarks = new ArrayList<>();

  @Test
  void noTwoSettingsShareAVariable() {
    assertThat(SettingKeys.all()).extracting(Setting::environmentVariable).doesNotHaveDuplicates();
  }

  private Map<String, String> ours(Map<String, String> environment) throws SettingsException {
    Problems problems = new Problems();
    Map<String, String> ours = EnvironmentVariables.ours(environment, remarks, problems);
    problems.requireNone();
    return ours;
  }

  @Test
  void anEmptyVariableGivesNothing() throws SettingsException {
    assertThat(ours(Map.of("WEIR_PORT", "", "WEIR_NONE", " "))).isEmpty();
  }

  @Test
  void variablesOfOthersAreLeftAlone() throws SettingsException {
    assertThat(ours(Map.of("PATH", "/bin", "WEIRD", "1", "weir_port", "2"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WEIR_HOME", "WEIR_VERSION", "WEIR_OPTS", "WEIR_ROOT", "WEIR_USER", "WEIR_ENV"})
  void aForeignVariableIsRemarkedOnWithoutItsValue(String name) throws SettingsException {
    assertThat(ours(Map.of(name, "v4lue"))).isEmpty();
    assertThat(remarks)
        .containsExactly(
            "The environment variable " + name + " is ignored: it matches no setting of Weir.");
  }

  @Test
  void theVariableOfTheStartScriptIsNone() throws SettingsException {
    assertThat(ours(Map.of("WEIR_CACHE", "/tmp"))).isEmpty();
    assertThat(remarks).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEIR_PORTS",
        "WEIR_BINDS",
        "WEIR_LOG_LEVLE",
        "WEIR_SUBMIT_ENABLE",
        "WEIR_ACCESS_OPERATORS",
        "WEIR_TLS_CERT",
        "WEIR_SECURITY_BASIC_USERS",
        "WEIR_CLUSTERS_PROD_URL"
      })
  void aVariableThatLooksLikeASettingStopsTheStart(String name) {
    assertThatThrownBy(() -> ours(Map.of(name, "x")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(name);
  }

  @Test
  void whatKubernetesSetsForAServiceNamedWeirIsLeftAlone() throws SettingsException {
    Map<String, String> pod = new HashMap<>();
    for (String name : List.of("WEIR", "WEIR_UI")) {
      pod.put(name + "_SERVICE_HOST", "10.0.0.7");
      pod.put(name + "_SERVICE_PORT", "8081");
      pod.put(name + "_SERVICE_PORT_HTTP", "8081");
      pod.put(name + "_PORT", "tcp://10.0.0.7:8081");
      pod.put(name + "_PORT_8081_TCP", "tcp://10.0.0.7:8081");
      pod.put(name + "_PORT_8081_TCP_PROTO", "tcp");
      pod.put(name + "_PORT_8081_TCP_PORT", "8081");
      pod.put(name + "_PORT_8081_TCP_ADDR", "10.0.0.7");
    }
    pod.put("WEIR_BIND", "0.0.0.0");

    assertThat(ours(pod)).isEqualTo(Map.of("WEIR_BIND", "0.0.0.0"));
  }

  @Test
  void theOrderOfSourcesCannotBeChangedFromOutside() throws SettingsException {
    Map<String, String> ordinal = Map.of("CONFIG_ORDINAL", "1000", "WEIR_PORT", "1");
    SettingsSources inputs =
        new SettingsSources(List.of(), Map.of("weir.port", "2", "config_ordinal", "1"), ordinal);

    assertThat(SettingsResolver.resolve(inputs).server().port()).isEqualTo(2);
  }
}
