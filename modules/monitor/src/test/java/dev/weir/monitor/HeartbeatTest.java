// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Reading;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.clusters.ClusterName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Duration INTERVAL = Duration.ofMillis(5);
  private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource cluster = new FakeClusterSource(clock);
  private final List<Reading<ClusterOverview>> overviews = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Runnable> rounds = new LinkedBlockingQueue<>();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler log = new Remembering();
  private final Heartbeat heartbeat =
      new Heartbeat(new ClusterName("prod"), cluster, INTERVAL, overviews::add, rounds::add, clock);

  private final class Remembering extends Handler {
    @Override
    public void publish(LogRecord entry) {
      logged.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    cluster.flink().with(ClusterDocuments.overview(), "2.3.0/overview");
    LOG.addHandler(log);
  }

  @AfterEach
  void end() {
    heartbeat.close();
    LOG.removeHandler(log);
  }

  /** Runs what the heartbeat does when its interval is over. */
  private void round() throws InterruptedException {
    requireNonNull(rounds.poll(1, TimeUnit.MINUTES)).run();
  }

  private int probes() {
    return cluster.sent().size();
  }

  @Test
  void itBeginsWithAProbeThatReadsTheOverview() {
    heartbeat.start();

    assertThat(cluster.sent()).containsExactly("GET /overview");
    assertThat(overviews).hasSize(1);
    assertThat(overviews.get(0).value().taskmanagers()).isEqualTo(2);
  }

  @Test
  void aClusterThatHasAnsweredIsProbedOnlyAfterTheInterval() throws InterruptedException {
    heartbeat.start();
    round();
    round();
    assertThat(probes()).isEqualTo(1);

    clock.passes(INTERVAL);
    round();
    assertThat(probes()).isEqualTo(2);
  }

  @Test
  void aReadOfSomebodyElseIsAsGoodAsAProbe() throws InterruptedException {
    heartbeat.start();
    clock.passes(INTERVAL.minusMillis(1));
    ClusterDocuments.overview().read(cluster).join();
    clock.passes(Duration.ofMillis(1));

    round();

    assertThat(probes()).isEqualTo(2);
  }

  @Test
  void aLostClusterIsProbedInEachRoundAndReportedOnce() throws InterruptedException {
    cluster.fails(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));
    heartbeat.start();
    round();
    round();
    assertThat(probes()).isEqualTo(3);
    assertThat(overviews).isEmpty();
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0))
        .startsWith("WARNING Cluster prod does not answer: Nobody answers. Recommended action: ");

    cluster.recovers();
    round();
    clock.passes(INTERVAL);
    round();
    assertThat(overviews).hasSize(2);
    assertThat(logged).hasSize(2).last().isEqualTo("INFO Cluster prod answers again");
  }

  @Test
  void aClusterThatHasMovedIsProbedAtOnce() {
    heartbeat.start();

    cluster.moves();

    assertThat(probes()).isEqualTo(2);
  }

  @Test
  void afterCloseNothingIsProbed() throws InterruptedException {
    cluster.fails(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));
    heartbeat.start();

    heartbeat.close();
    round();

    assertThat(probes()).isEqualTo(1);
  }
}
