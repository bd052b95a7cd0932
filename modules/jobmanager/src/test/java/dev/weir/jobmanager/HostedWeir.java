// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.FlinkLaunch;
import dev.weir.testing.flink.FlinkProcess;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Weir in a JobManager, as Flink's log tells of it. */
final class HostedWeir {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final Pattern READY =
      Pattern.compile("serves the classic monitoring API at (http://\\S+?),");

  private HostedWeir() {}

  /** A cluster with the plugin, which takes any free port. */
  static FlinkLaunch cluster(String version) {
    return FlinkCluster.of(version)
        .plugin("weir", BuiltJars.jobManager())
        .configuration(Map.of("weir.port", "0"));
  }

  /** Where it serves in a JobManager, as soon as it does. */
  static URI address(FlinkProcess jobManager) {
    return Awaitility.await("Weir serves in " + jobManager.name())
        .atMost(DEADLINE)
        .until(() -> logged(jobManager), Optional::isPresent)
        .orElseThrow();
  }

  /** A client of it. */
  static ClassicClient client(FlinkProcess jobManager) {
    return new ClassicClient(address(jobManager));
  }

  private static Optional<URI> logged(FlinkProcess jobManager) {
    Matcher ready = READY.matcher(jobManager.log());
    return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
  }
}
