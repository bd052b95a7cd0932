package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which environment variables are ours. */
class EnvironmentVariablesTest {

  @Test
  void noTwoSettingsShareAVariable() {
    assertThat(SettingKeys.all()).extracting(Setting::environmentVariable).doesNotHaveDuplicates();
  }

  @Test
  void anEmptyVariableGivesNothing() throws SettingsException {
    assertThat(EnvironmentVariables.ours(Map.of("WEIR_PORT", "", "WEIR_NONE", " "))).isEmpty();
  }

  @Test
  void variablesOfOthersAreLeftAlone() throws SettingsException {
    assertThat(EnvironmentVariables.ours(Map.of("PATH", "/bin", "WEIRD", "1", "weir_port", "2")))
        .isEmpty();
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

    assertThat(EnvironmentVariables.ours(pod)).isEqualTo(Map.of("WEIR_BIND", "0.0.0.0"));
  }

  @Test
  void theOrderOfSourcesCannotBeChangedFromOutside() throws SettingsException {
    Map<String, String> ordinal = Map.of("CONFIG_ORDINAL", "1000", "WEIR_PORT", "1");
    Inputs inputs = new Inputs(List.of(), Map.of("weir.port", "2", "config_ordinal", "1"), ordinal);

    assertThat(SettingsResolver.resolve(inputs).server().port()).isEqualTo(2);
  }
}
