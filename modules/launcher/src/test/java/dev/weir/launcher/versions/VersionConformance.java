// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.conformance.ClassicConformance;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.FlinkVersion;
import dev.weir.testing.flink.RunningFlink;
import dev.weir.testing.flink.VersionsDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The runnable jar before a cluster of one Flink, against the answers of a Flink 1.3.2. With {@code
 * -Pall-flinks} its row is written to docs/versions.md and README.md.
 */
@Timeout(300)
abstract class VersionConformance extends ClassicConformance {
  @Order(1)
  @RegisterExtension
  final RunningFlink flink;

  @Order(2)
  @RegisterExtension
  final RunningWeir weir;

  private final FlinkVersion version;
  private final Instant start = Instant.now();

  VersionConformance(String release) {
    version = new FlinkVersion(release);
    flink =
        new RunningFlink(
            FlinkCluster.of(release)
                .configuration(Map.of("metrics.fetcher.update-interval", "1000")));
    weir =
        new RunningWeir(
            () -> WeirProcess.launch().arguments("--cluster", flink.restAddress().toString()));
  }

  @Override
  protected URI baseUri() {
    return weir.baseUri();
  }

  @AfterAll
  void report() {
    VersionsDocument.standalone(version, tally(), Duration.between(start, Instant.now()));
  }
}
