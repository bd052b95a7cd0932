// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two JobManagers and a ZooKeeper: when the leader is killed, the other one leads. */
@Tag("all-flinks")
@Timeout(300)
class HighlyAvailableClusterIT {
  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(FlinkCluster.of("1.20.4").highlyAvailable(2));

  @Test
  void theLeaderIsFollowedByTheOtherAndTakesPartAgainAfterARestart() {
    FlinkCluster cluster = FLINK.cluster();
    FlinkProcess first = cluster.awaitLeader();

    first.kill();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> cluster.leader().filter(leader -> leader != first).isPresent());

    first.restart();
    cluster.awaitReady();
    assertThat(cluster.leader()).get().isNotEqualTo(first);
    assertThat(cluster.zooKeeper().isAlive()).isTrue();
  }
}
