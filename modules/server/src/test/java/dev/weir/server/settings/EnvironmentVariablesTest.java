package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environment variables are ours. */
class EnvironmentVariablesTest {

  @Test
  void noTwoSettingsShareAVariable() {
    assertThat(SettingKeys.all()).extracting(Setting::environmentVariable).doesNotHaveDuplicates();
  }

  @Test
  void anEmptyVariableGivesNothing() throws SettingsException {
    assertThat(
            EnvironmentVariables.ours(Map.of("WEIR_PORT", "", "WEIR_NONE", " "), new ArrayList<>()))
        .isEmpty();
  }

  @Test
  void variablesOfOthersAreLeftAlone() throws SettingsException {
    assertThat(
            EnvironmentVariables.ours(
                Map.of("PATH", "/bin", "WEIRD", "1", "weir_port", "2"), new ArrayList<>()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WEIR_HOME", "WEIR_VERSION", "WEIR_OPTS", "WEIR_ROOT", "WEIR_USER", "WEIR_ENV"})
  void aForeignVariableIsRemarkedOnWithoutItsValue(String name) throws SettingsException {
    List<String> remarks = new ArrayList<>();

    assertThat(EnvironmentVariables.ours(Map.of(name, "v4lue"), remarks)).isEmpty();
    assertThat(remarks)
        .containsExactly(
            "The environment variable " + name + " gives no setting of Weir; it is left out.");
  }

  @Test
  void theVariableOfTheStartScriptIsNone() throws SettingsException {
    List<String> remarks = new ArrayList<>();

    assertThat(EnvironmentVariables.ours(Map.of("WEIR_CACHE", "/tmp"), remarks)).isEmpty();
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
    assertThatThrownBy(() -> EnvironmentVariables.ours(Map.of(name, "x"), new ArrayList<>()))
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

    assertThat(EnvironmentVariables.ours(pod, new ArrayList<>()))
        .isEqualTo(Map.of("WEIR_BIND", "0.0.0.0"));
  }

  @Test
  void theOrderOfSourcesCannotBeChangedFromOutside() throws SettingsException {
    Map<String, String> ordinal = Map.of("CONFIG_ORDINAL", "1000", "WEIR_PORT", "1");
    Inputs inputs = new Inputs(List.of(), Map.of("weir.port", "2", "config_ordinal", "1"), ordinal);

    assertThat(SettingsResolver.resolve(inputs).server().port()).isEqualTo(2);
  }
}
