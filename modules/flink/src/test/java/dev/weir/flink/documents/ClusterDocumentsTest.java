// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.Samples;
import dev.weir.model.ConfigEntry;
import dev.weir.model.Metric;
import dev.weir.model.cluster.ClusterConfig;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.cluster.GarbageCollector;
import dev.weir.model.cluster.TaskManager;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.cluster.TaskManagerMetrics;
import dev.weir.model.jar.JarEntryClass;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobOverview;
import dev.weir.model.job.JobState;
import dev.weir.model.job.JobSummary;
import dev.weir.model.job.TaskCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterDocumentsTest {
  @Test
  void theConfigIsFlinksWithoutItsFeatures() {
    assertThat(Samples.read(ClusterDocuments.config(), "config"))
        .isEqualTo(
            new ClusterConfig(
                3000,
                0,
                "Coordinated Universal Time",
                "2.3.0",
                "c0f8d1a @ 2026-06-14T16:29:03+02:00"));
  }

  @Test
  void theOverviewIsFlinks() {
    assertThat(Samples.read(ClusterDocuments.overview(), "overview"))
        .isEqualTo(new ClusterOverview(2, 8, 6, 1, 1, 0, 1, "2.3.0", "c0f8d1a"));
  }

  @Test
  void jobsAreSortedByWhetherTheyHaveEnded() {
    JobOverview jobs = Samples.read(ClusterDocuments.jobs(), "jobs_overview");

    assertThat(jobs.running())
        .containsExactly(
            new JobSummary(
                new JobId("9e911b17f17bc32dd5abd9b01e1c34e0"),
                "stream-job",
                JobState.RUNNING,
                1795323820392L,
                -1,
                6351,
                1795323821258L,
                new TaskCounts(4, 0, 4, 0, 0, 0, 0)));
    assertThat(jobs.finished())
        .extracting(JobSummary::state)
        .containsExactly(JobState.FAILED, JobState.FINISHED);
  }

  @Test
  void idsAreGroupedByWhatBecameOfTheJobs() {
    JobOverview jobs = Samples.read(ClusterDocuments.jobs(), "jobs_overview");

    assertThat(jobs.ids().jobsRunning())
        .containsExactly(new JobId("9e911b17f17bc32dd5abd9b01e1c34e0"));
    assertThat(jobs.ids().jobsFinished())
        .containsExactly(new JobId("ca4e24bc11e07597dfbb88450c135297"));
    assertThat(jobs.ids().jobsCancelled()).isEmpty();
    assertThat(jobs.ids().jobsFailed())
        .containsExactly(new JobId("acc10fac907a4329e20b12d10e673451"));
  }

  @Test
  void aSuspendedJobHasNotEnded() {
    JobOverview jobs =
        Samples.readJson(
            ClusterDocuments.jobs(),
            """
            {"jobs":[{"jid":"acc10fac907a4329e20b12d10e673451","name":"x","state":"SUSPENDED"}]}
            """);

    assertThat(jobs.ids().jobsRunning()).hasSize(1);
    assertThat(jobs.completedJobs().jobs()).isEmpty();
  }

  @Test
  void aTaskManagerIsFlattened() {
    assertThat(Samples.read(ClusterDocuments.taskManagers(), "taskmanagers").taskmanagers().get(0))
        .isEqualTo(
            new TaskManager(
                new TaskManagerId("f6309149-cd26-443a-becc-667aea5eb91e"),
                "pekko://flink/user/rpc/taskmanager_1",
                39557,
                0,
                4,
                2,
                2,
                25276514304L,
                6320816128L,
                134217728,
                null));
  }

  @Test
  void oneTaskManagerIsAListOfOneWithItsMetrics() {
    var found =
        Samples.read(
            ClusterDocuments.taskManager(new TaskManagerId("f6309149-cd26-443a-becc-667aea5eb91e")),
            "tm");

    assertThat(found.taskmanagers()).hasSize(1);
    TaskManagerMetrics metrics = found.taskmanagers().get(0).metrics();
    assertThat(metrics.totalUsed()).isEqualTo(metrics.heapUsed() + metrics.nonHeapUsed());
    assertThat(metrics.totalMax()).isEqualTo(metrics.heapMax() + metrics.nonHeapMax());
    assertThat(metrics.memorySegmentsTotal()).isPositive();
    assertThat(metrics.garbageCollectors())
        .isNotEmpty()
        .extracting(GarbageCollector::name)
        .doesNotContain("All");
  }

  @Test
  void secretsInTheConfigurationAreMaskedWhateverTheClusterDoes() {
    assertThat(
            Samples.readJson(
                ClusterDocuments.jobManagerConfig(),
                """
                [{"key":"s3.secret-key","value":"geheim"},{"key":"rest.port","value":"8081"},
                 {"key":"security.ssl.rest.KEY-PASSWORD","value":"geheim"}]
                """))
        .containsExactly(
            new ConfigEntry("s3.secret-key", "******"),
            new ConfigEntry("rest.port", "8081"),
            new ConfigEntry("security.ssl.rest.KEY-PASSWORD", "******"));
  }

  @Test
  void anEntryClassThatSaysNothingOfItselfIsDescribedSo() {
    var jars =
        Samples.readJson(
            ClusterDocuments.jars(),
            """
            {"address":"http://x","files":[{"id":"u_a.jar","name":"a.jar","uploaded":7,
             "entry":[{"name":"A","description":null},{"name":"B","description":"does b"}]}]}
            """);

    assertThat(jars.files().get(0).entry())
        .containsExactly(
            new JarEntryClass("A", "No description provided"), new JarEntryClass("B", "does b"));
  }

  @Test
  void metricsAreAskedForByName() {
    assertThat(ClusterDocuments.jobManagerMetrics(MetricNames.of("b,a, ,a&c,b")).key())
        .isEqualTo("/jobmanager/metrics?get=b,a,a%26c");
    assertThat(ClusterDocuments.jobManagerMetrics(MetricNames.of(null)).key())
        .isEqualTo("/jobmanager/metrics");
    assertThat(
            Samples.readJson(
                ClusterDocuments.jobManagerMetrics(MetricNames.of("a")),
                "[{\"id\":\"a\",\"value\":\"7\"}]"))
        .containsExactly(new Metric("a", "7"));
  }

  @Test
  void manyMetricsAreAskedForInRequestsThatFlinkTakes() {
    List<String> names =
        IntStream.range(0, 400).mapToObj(i -> i + ".currentInputWatermark").toList();
    MetricNames wanted = MetricNames.of(String.join(",", names) + "," + "x".repeat(5000));
    List<String> addresses = wanted.addresses("/jobmanager/metrics");
    Map<String, byte[]> answers = new HashMap<>();
    for (String address : addresses) {
      String first = address.replaceAll(".*=|,.*", "");
      answers.put(address, ("[{\"id\":\"" + first + "\"}]").getBytes(UTF_8));
    }

    assertThat(addresses)
        .hasSizeGreaterThan(2)
        .allSatisfy(one -> assertThat(one).hasSizeLessThan(3700));
    assertThat(
            addresses.stream().flatMap(one -> Stream.of(one.split("[=,]"))).filter(names::contains))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(ClusterDocuments.jobManagerMetrics(wanted).read(new Samples(answers)).join().value())
        .hasSameSizeAs(addresses);
  }
}
