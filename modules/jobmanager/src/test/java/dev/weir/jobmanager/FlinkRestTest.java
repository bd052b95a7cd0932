// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Flink's own API is, and what that makes of Weir's settings. */
class FlinkRestTest {
  private static Map<String, String> keys(String lines) {
    Map<String, String> keys = new LinkedHashMap<>();
    Arrays.stream(lines.split(";", -1))
        .filter(line -> !line.isBlank())
        .forEach(line -> keys.put(line.split("=", 2)[0].strip(), line.split("=", 2)[1].strip()));
    return keys;
  }

  private static Settings settings(Map<String, String> keys) throws SettingsException {
    return SettingsResolver.resolve(
        new SettingsSources(
            List.of(),
            Map.of(),
            Map.of(),
            HostDefaults.of(new FlinkRest(keys)),
            Optional.of(keys)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                              | http://127.0.0.1:8081",
        "rest.port=9090                                                | http://127.0.0.1:9090",
        "rest.port=9090; rest.bind-port=9091                           | http://127.0.0.1:9091",
        "web.port=9090                                                 | http://127.0.0.1:9090",
        "rest.bind-address=0.0.0.0                                     | http://127.0.0.1:8081",
        "rest.bind-address=localhost; rest.address=jm                  | http://127.0.0.1:8081",
        "rest.bind-address=10.0.0.5                                    | http://10.0.0.5:8081",
        "rest.bind-address=fd00::5                                     | http://[fd00::5]:8081",
        "security.ssl.rest.enabled=true; rest.address=jm               | https://jm:8081",
        "security.ssl.rest.enabled=true; rest.address=localhost        | https://localhost:8081",
        "security.ssl.rest.enabled=true; rest.bind-address=10.0.0.5    | https://10.0.0.5:8081"
      })
  void onePortIsAnAddressInThisProcess(String lines, URI address) {
    assertThat(new FlinkRest(keys(lines == null ? "" : lines)).address()).contains(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"rest.bind-port=0", "rest.bind-port=8081-8090", "rest.bind-port=8081,8083"})
  void aPortThatFlinkChoosesIsNone(String lines) {
    assertThat(new FlinkRest(keys(lines)).address()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                      | 8083",
        "rest.port=8082                        | 8081",
        "rest.bind-port=8081-8090              | 8083",
        "rest.bind-port=0                      | 8081",
        "rest.port=8082; jobmanager.web.port=7 | 7",
        "weir.port=8; jobmanager.web.port=7    | 8"
      })
  void weirHasTheClassicPortUnlessFlinkHasIt(String lines, int port) throws SettingsException {
    assertThat(settings(keys(lines == null ? "" : lines)).server().port()).isEqualTo(port);
  }

  @Test
  void weirSaysHowToSwapThePortsOnlyIfItHadToGiveWay() throws SettingsException {
    assertThat(HostDefaults.howToSwap(settings(Map.of()), new FlinkRest(Map.of())))
        .hasValueSatisfying(line -> assertThat(line).contains("rest.port: 8083, weir.port: 8081"));
    for (Map<String, String> keys :
        List.of(Map.of("rest.port", "8082"), Map.of("weir.port", "9"))) {
      assertThat(HostDefaults.howToSwap(settings(keys), new FlinkRest(keys))).isEmpty();
    }
  }

  @Test
  void theCertificatesOfFlinksClientsAreThoseOfWeir() throws SettingsException {
    Map<String, String> keys =
        Map.of(
            "security.ssl.rest.enabled", "true",
            "security.ssl.rest.authentication-enabled", "true",
            "security.ssl.rest.truststore", "/trust",
            "security.ssl.rest.truststore-password", "t",
            "security.ssl.keystore", "/keys",
            "security.ssl.rest.keystore-password", "k",
            "security.ssl.rest.key-password", "p");

    assertThat(settings(keys).clusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.name()).hasToString("flink");
              assertThat(cluster.tls())
                  .contains(
                      new Settings.Tls(
                          Optional.of(Path.of("/trust")),
                          Optional.of("t"),
                          Optional.of(Path.of("/keys")),
                          Optional.of("k"),
                          Optional.of("p")));
            });
  }

  @Test
  void withoutTlsAndWithoutClientCertificatesNoneAreUsed() throws SettingsException {
    assertThat(settings(Map.of("security.ssl.rest.truststore", "/trust")).clusters())
        .allSatisfy(cluster -> assertThat(cluster.tls()).isEmpty());
  }

  @Test
  void whatIsForAProcessOfWeirsOwnIsNamed() throws SettingsException {
    Map<String, String> keys =
        Map.of(
            "weir.log.file", "weir.log",
            "weir.log.level", "debug",
            "weir.embedded.slots", "3",
            "weir.snapshots.max-bytes", "1 MiB");

    assertThat(HostDefaults.withoutEffect(settings(keys)))
        .containsExactlyInAnyOrder("weir.log.file", "weir.embedded.slots");
  }
}
