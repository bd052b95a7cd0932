// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.jars.UploadLimits;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The defaults, recorded: to change one is to change this test. */
class SettingsDefaultsTest {
  private static final long MIB = 1024 * 1024;

  @Test
  void withNothingGivenEverySettingHasItsRecordedDefault() throws SettingsException {
    Settings settings =
        SettingsResolver.resolve(new SettingsSources(List.of(), Map.of(), Map.of()));

    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Server(
                    8081,
                    "127.0.0.1",
                    List.of(),
                    16 * 1024,
                    16,
                    Duration.ofSeconds(60),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    new HttpLimits(
                        8 * 1024,
                        1 << 20,
                        Duration.ofSeconds(20),
                        1024,
                        20_000,
                        10_000,
                        4000,
                        0,
                        8,
                        Duration.ofSeconds(5),
                        Runtime.getRuntime().maxMemory() / 8,
                        true,
                        new Http2Limits(128, 100, false))),
                List.of(
                    new Settings.Cluster(
                        new ClusterName("embedded"),
                        List.of(),
                        Optional.empty(),
                        true,
                        Map.of(),
                        Optional.empty())),
                new Settings.Embedded(FlinkSeries.V2_3, 1, 8, 50, false, Optional.empty()),
                new Settings.Snapshots(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(3),
                    256 * MIB),
                new Settings.Upstream(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(11),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(30),
                    16,
                    16,
                    1000,
                    (int) (256 * MIB),
                    Optional.empty(),
                    Duration.ofSeconds(2)),
                new Settings.Submission(
                    true,
                    Optional.empty(),
                    new UploadLimits(100 * MIB, 100_000, 100, 1024 * MIB, 60),
                    1024 * MIB),
                new ClassicStyle(ClassicStyle.Errors.PROBLEM, ClassicStyle.Accumulators.TYPED),
                new SecuritySettings(Optional.empty(), Optional.empty()),
                1000,
                List.of(),
                new Settings.Audit(
                    Optional.empty(),
                    new LogSettings.Rolling((int) (64 * MIB), 1024 * MIB, 365),
                    60),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(20),
                new LogSettings(
                    LogLevel.INFO,
                    LogStyle.TEXT,
                    Optional.empty(),
                    new LogSettings.Rolling((int) (64 * MIB), 1024 * MIB, 30),
                    Optional.empty()),
                Map.of(),
                List.of(),
                List.of()));
  }

  @Test
  void everyDefaultIsAValueThatItsTypeTakes() {
    assertThat(Stream.concat(SettingKeys.all().stream(), ClusterKeys.all().stream()).toList())
        .filteredOn(setting -> setting.defaultText().isPresent())
        .allSatisfy(
            setting ->
                assertThat(setting.type().parse(setting.defaultText().orElseThrow())).isPresent());
  }
}
