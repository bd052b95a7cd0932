// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.conformance.ClassicConformance;
import dev.weir.testing.container.JavaTool;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The plugin in the JobManager of one Flink, against the answers of a Flink 1.3.2. With {@code
 * -Pall-flinks} its result is written to docs/versions.md and README.md.
 */
@Timeout(300)
abstract class JobManagerConformance extends ClassicConformance {
  private static final String OURS = "dev.weir.";

  @RegisterExtension final RunningFlink flink;

  private final FlinkVersion version;
  private final Instant start = Instant.now();

  JobManagerConformance(String release) {
    version = new FlinkVersion(release);
    flink =
        new RunningFlink(
            HostedWeir.cluster(release)
                .configuration(Map.of("metrics.fetcher.update-interval", "1000")));
  }

  @Override
  protected URI baseUri() {
    return HostedWeir.address(flink.cluster().jobManager(0));
  }

  @AfterAll
  void report() {
    VersionsDocument.inJobManager(version, tally(), Duration.between(start, Instant.now()));
  }

  @Test
  @Order(5)
  void aTaskManagerLoadsTheHookAloneAndSoOpensNoPort() {
    FlinkCluster cluster = flink.cluster();

    assertThat(JavaTool.loadedClasses(cluster.jobManager(0).pid(), OURS)).hasSizeGreaterThan(300);
    assertThat(JavaTool.loadedClasses(cluster.taskManager(0).pid(), OURS))
        .filteredOn(name -> !name.startsWith(OURS + "examples."))
        .containsExactly(OURS + "jobmanager.hook.WeirPlugin");
  }

  @Test
  @Order(6)
  void theJobManagerHasLoggedNothingOddOfIt() {
    assertThat(flink.cluster().jobManager(0).log().lines())
        .filteredOn(line -> line.contains(OURS) && line.matches(".* (WARN|ERROR) .*"))
        .isEmpty();
  }
}
