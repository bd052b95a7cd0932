// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.server.settings.keys.SavepointKeys;
import dev.weir.server.settings.keys.SnapshotKeys;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.server.settings.sources.SettingsSources.Rank;
import dev.weir.server.settings.sources.SettingsSources.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings in a process of Flink's, from Flink's own configuration. */
class RunningFlinkTest {
  private static final String KEY = "weir.savepoints.remembered";
  private static final Source DEFAULTS = new Source("here", Rank.DEFAULTS, Map.of(KEY, "7"));

  private static Settings resolve(Map<String, String> flink, Map<String, String> environment)
      throws SettingsException {
    return SettingsResolver.resolve(
        new SettingsSources(
            List.of(), Map.of(), environment, List.of(DEFAULTS), Optional.of(flink)));
  }

  private static Settings resolve(Map<String, String> flink) throws SettingsException {
    return resolve(flink, Map.of());
  }

  @Test
  void weirsKeysAndTheClassicOnesCount() throws SettingsException {
    Settings settings =
        resolve(
            Map.of(
                "weir.max-staleness", "20 s",
                "jobmanager.web.refresh-interval", "1500",
                "jobmanager.web.port", "8090",
                "jobmanager.web.address", "127.0.0.2"));

    assertThat(settings.value(SnapshotKeys.MAX_STALENESS)).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.value(SnapshotKeys.REFRESH_INTERVAL)).isEqualTo(Duration.ofMillis(1500));
    assertThat(settings.server().port()).isEqualTo(8090);
    assertThat(settings.server().bind()).isEqualTo("127.0.0.2");
    assertThat(settings.origin("weir.port"))
        .contains("jobmanager.web.port in Flink's configuration");
  }

  @Test
  void whatFlinkListensOnIsNotForWeir() throws SettingsException {
    Settings settings =
        resolve(
            Map.of(
                "rest.port", "1",
                "web.port", "2",
                "rest.bind-address", "0.0.0.0",
                "web.address", "0.0.0.0",
                "taskmanager.numberOfTaskSlots", "3"));

    assertThat(settings.given()).extracting(given -> given.key()).containsExactly(KEY);
    assertThat(settings.server().bind()).isEqualTo("127.0.0.1");
  }

  @Test
  void aListIsTheTextThatFlinkKeepsOfIt() throws SettingsException {
    Settings settings = resolve(Map.of("weir.cors.allow-origin", "[http://a, 'http://b']"));

    assertThat(settings.server().allowOrigins()).containsExactly("http://a", "http://b");
  }

  @Test
  void otherDefaultsComeAfterEverythingElse() throws SettingsException {
    assertThat(resolve(Map.of()).value(SavepointKeys.REMEMBERED)).isEqualTo(7);
    assertThat(resolve(Map.of(KEY, "8")).value(SavepointKeys.REMEMBERED)).isEqualTo(8);
    assertThat(
            resolve(Map.of(KEY, "8"), Map.of("WEIR_SAVEPOINTS_REMEMBERED", "9"))
                .value(SavepointKeys.REMEMBERED))
        .isEqualTo(9);
  }

  @Test
  void theFlinkOfTheProcessIsTheFirstCluster() throws SettingsException {
    assertThat(resolve(Map.of()).clusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.name()).hasToString("flink");
              assertThat(cluster.embedded()).isTrue();
            });
    assertThat(
            resolve(
                    Map.of("weir.clusters.a.addresses", "http://a"),
                    Map.of("WEIR_CLUSTER", "b=http://b"))
                .clusters())
        .extracting(cluster -> cluster.name().value())
        .containsExactly("flink", "b", "a");
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThatThrownBy(() -> resolve(Map.of("weir.prot", "1")))
        .hasMessageContaining("weir.prot")
        .hasMessageContaining("Flink's configuration");
  }

  @Test
  void anotherConfigurationOfFlinkHasNoEffect() throws SettingsException {
    assertThat(resolve(Map.of("weir.conf-dir", "/nowhere")).remarks())
        .containsExactly("weir.conf-dir has no effect: Flink's configuration counts.");
  }
}
