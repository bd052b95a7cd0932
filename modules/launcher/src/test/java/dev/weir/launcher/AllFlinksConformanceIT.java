package dev.weir.launcher;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.conformance.ClassicConformance;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.FlinkLaunch;
import dev.weir.testing.flink.FlinkVersion;
import dev.weir.testing.flink.RunningFlink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The runnable jar before a cluster of each release line of Flink, against the answers of a Flink
 * 1.3.2. With {@code -Pall-flinks} alone; every version writes its row in docs/versions.md.
 */
@Tag("all-flinks")
@Timeout(300)
@ParameterizedClass(name = "Flink {0}")
@MethodSource("versions")
class AllFlinksConformanceIT extends ClassicConformance {
  @Parameter private FlinkVersion version;
  private Instant start = Instant.now();

  @Order(1)
  @RegisterExtension
  private final RunningFlink flink = new RunningFlink(this::cluster);

  @Order(2)
  @RegisterExtension
  private final RunningWeir weir =
      new RunningWeir(
          () -> WeirProcess.launch().arguments("--cluster", flink().restAddress().toString()));

  static List<FlinkVersion> versions() {
    return TriedVersions.of(System.getProperty("weir.flinks", ""));
  }

  @Override
  protected URI baseUri() {
    return weir.baseUri();
  }

  private RunningFlink flink() {
    return flink;
  }

  private FlinkLaunch cluster() {
    start = Instant.now();
    return FlinkCluster.of(version.text())
        .configuration(Map.of("metrics.fetcher.update-interval", "1000"));
  }

  @AfterAll
  void report() {
    VersionsDocument.checkedIn()
        .with(new VersionRow(version, tally(), Duration.between(start, Instant.now())))
        .write();
  }
}
