package dev.weir.launcher;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.conformance.ClassicConformance;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The runnable jar before a cluster of the last Flink 1.x, against the answers of a Flink 1.3.2.
 */
@Timeout(300)
class RemoteConformanceIT extends ClassicConformance {
  @Order(1)
  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(
          FlinkCluster.of("1.20.4")
              .configuration(Map.of("metrics.fetcher.update-interval", "1000")));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () -> WeirProcess.launch().arguments("--cluster", FLINK.restAddress().toString()));

  @Override
  protected URI baseUri() {
    return WEIR.baseUri();
  }
}
