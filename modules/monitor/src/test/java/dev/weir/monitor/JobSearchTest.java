// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.clusters.ClusterAnswer;
import dev.weir.model.clusters.ClusterJob;
import dev.weir.model.clusters.ClusterJobs;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over two clusters, each with the three jobs that were recorded: the last started first. */
class JobSearchTest {
  private static final ClusterName PROD = new ClusterName("prod");
  private static final ClusterName TEST = new ClusterName("test");
  private static final JobQuery ALL = new JobQuery(Set.of(), null, Set.of(), null, 100, null);
  private static final List<String> NEWEST_FIRST =
      List.of(
          "prod fail-job",
          "test fail-job",
          "prod batch-job",
          "test batch-job",
          "prod stream-job",
          "test stream-job");

  @TempDir private Path directory;
  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource prod = withJobs();
  private final FakeClusterSource test = withJobs();
  private Clusters clusters;
  private JobSearch search;

  private FakeClusterSource withJobs() {
    FakeClusterSource cluster = new FakeClusterSource(clock);
    cluster.flink().with(ClusterDocuments.jobs(), "2.3.0/jobs_overview");
    return cluster;
  }

  @BeforeEach
  void begin() {
    clusters =
        new Clusters(
            List.of(
                TestMonitors.of("prod", prod, directory, clock),
                TestMonitors.of("test", test, directory, clock)),
            Duration.ofMillis(20));
    search = new JobSearch(clusters, clock);
  }

  @AfterEach
  void end() {
    clusters.close();
  }

  private ClusterJobs find(JobQuery query) {
    return search.find(query, any -> true).join();
  }

  private static List<String> names(ClusterJobs found) {
    return found.jobs().stream().map(JobSearchTest::name).toList();
  }

  private static String name(ClusterJob job) {
    return job.cluster() + " " + job.name();
  }

  @Test
  void jobsOfAllClustersAreInTheOrderOfTheirStart() {
    ClusterJobs found = find(ALL);

    assertThat(names(found)).isEqualTo(NEWEST_FIRST);
    assertThat(found.partial()).isFalse();
    assertThat(found.next()).isNull();
    assertThat(found.clusters())
        .extracting(ClusterAnswer::freshness)
        .containsExactly("fresh", "fresh");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    List<String> all = new ArrayList<>();
    JobCursor after = null;
    do {
      ClusterJobs page = find(new JobQuery(Set.of(), null, Set.of(), null, 4, after));
      all.addAll(names(page));
      after = page.next() == null ? null : JobCursor.parse(page.next()).orElseThrow();
    } while (after != null);

    assertThat(all).isEqualTo(NEWEST_FIRST);
  }

  @Test
  void aQueryNarrowsByStateNameAndCluster() {
    assertThat(names(find(new JobQuery(Set.of(JobState.FAILED), null, Set.of(), null, 100, null))))
        .containsExactly("prod fail-job", "test fail-job");
    assertThat(names(find(new JobQuery(Set.of(), "STREAM", Set.of(TEST), null, 100, null))))
        .containsExactly("test stream-job");
    assertThat(prod.sent()).hasSize(1);
  }

  @Test
  void aClusterThatIsNotVisibleIsNeitherAskedNorNamed() {
    ClusterJobs found = search.find(ALL, TEST::equals).join();

    assertThat(found.clusters()).extracting(ClusterAnswer::name).containsExactly(TEST);
    assertThat(prod.sent()).isEmpty();
  }

  @Test
  void aClusterThatHangsHoldsUpNoOther() {
    prod.hangs();

    ClusterJobs found = find(ALL);

    assertThat(names(found)).containsExactly("test fail-job", "test batch-job", "test stream-job");
    assertThat(found.partial()).isTrue();
    assertThat(found.clusters().get(0))
        .isEqualTo(
            new ClusterAnswer(PROD, null, null, "The cluster has not answered within 20 ms."));
  }

  @Test
  void theJobsOfAClusterThatIsDownAreAsLastKnown() {
    find(ALL);
    prod.fails(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));
    clock.passes(TestMonitors.STALENESS.plusMillis(1));

    ClusterJobs found = find(ALL);

    assertThat(names(found)).isEqualTo(NEWEST_FIRST);
    assertThat(found.partial()).isTrue();
    assertThat(found.clusters())
        .extracting(ClusterAnswer::freshness)
        .containsExactly("unreachable", "fresh");
    assertThat(found.clusters().get(0).error()).isEqualTo("Nobody answers.");
  }
}
