// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.http.Connecting;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.types.ValueType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Waits for the ZooKeeper configured for the embedded Flink. Flink itself waits for minutes and
 * logs nothing.
 */
final class ZooKeeperWait {
  private static final Logger LOG = System.getLogger(ZooKeeperWait.class.getName());
  private static final List<String> TYPE =
      List.of("high-availability.type", "high-availability", "recovery.mode");
  private static final String QUORUM = "high-availability.zookeeper.quorum";
  private static final List<String> QUORUMS =
      List.of(QUORUM, "ha.zookeeper.quorum", "recovery.zookeeper.quorum");
  private static final String TIMEOUT = "high-availability.zookeeper.client.connection-timeout";
  private static final ValueType<Duration> DURATION = ClusterKeys.CONNECTION_TIMEOUT.type();
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);
  private static final Pattern HOST = Pattern.compile("\\s*(.+?)(?::(\\d{1,5}))?(?:/.*)?\\s*");
  private static final int DEFAULT_PORT = 2181;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long PAUSE_MILLIS = 200;

  private ZooKeeperWait() {}

  /**
   * Waits until one of the servers accepts connections. Returns at once if none is configured.
   *
   * @param configuration Flink's own keys
   * @throws StartFailure if no server does within Flink's own connection timeout
   */
  static void await(Map<String, String> configuration) throws StartFailure {
    Optional<String> quorum = first(configuration, QUORUMS);
    if (quorum.isEmpty()
        || !first(configuration, TYPE).orElse("none").equalsIgnoreCase("zookeeper")
        || answers(quorum.get())) {
      return;
    }
    Duration timeout =
        Optional.ofNullable(configuration.get(TIMEOUT))
            .map(DURATION.fromFlink())
            .flatMap(DURATION.parser())
            .orElse(DEFAULT_TIMEOUT);
    String where = quorum.get() + " (" + QUORUM + ")";
    LOG.log(
        Level.WARNING,
        "ZooKeeper at {0} does not answer; the embedded Flink waits for it, at most {1} ms.",
        where,
        Long.toString(timeout.toMillis()));
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < end) {
      if (answers(quorum.get())) {
        return;
      }
      pause();
    }
    throw new StartFailure(
        "The embedded Flink cannot start: ZooKeeper at "
            + where
            + " has not answered for "
            + timeout.toMillis()
            + " ms ("
            + TIMEOUT
            + "). Start it, correct its address, or leave out high-availability.type.");
  }

  private static void pause() throws StartFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("The start was interrupted while waiting for ZooKeeper.", e);
    }
  }

  private static Optional<String> first(Map<String, String> configuration, List<String> keys) {
    return keys.stream().map(configuration::get).filter(Objects::nonNull).findFirst();
  }

  private static boolean answers(String quorum) {
    return Stream.of(quorum.split(",", -1)).map(HOST::matcher).anyMatch(ZooKeeperWait::takes);
  }

  private static boolean takes(Matcher server) {
    if (!server.matches()) {
      return false;
    }
    int port = server.group(2) == null ? DEFAULT_PORT : Integer.parseInt(server.group(2));
    return Connecting.fault(server.group(1), port, PATIENCE).isEmpty();
  }
}
