// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.contract.AnswerContract;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All documents of a job, from before it has a graph to its end, beside Flink's own list. */
@Timeout(240)
class JobLifeIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final Map<String, String> PATIENT =
      Map.of("heartbeat.interval", "1000", "heartbeat.timeout", "4000");

  @Order(1)
  @RegisterExtension
  private static final RunningFlink BY_DEFAULT =
      new RunningFlink(FlinkCluster.of("2.3.0").configuration(PATIENT));

  @Order(1)
  @RegisterExtension
  private static final RunningFlink ADAPTIVE =
      new RunningFlink(
          FlinkCluster.of("2.3.0")
              .configuration(PATIENT)
              .configuration(
                  Map.of(
                      "jobmanager.scheduler", "adaptive",
                      "jobmanager.adaptive-scheduler.submission.resource-wait-timeout", "1 h")));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments("--cluster", "default=" + BY_DEFAULT.restAddress())
                  .arguments("--cluster", "adaptive=" + ADAPTIVE.restAddress())
                  .arguments("--set", "weir.refresh-interval=500ms")
                  .arguments("--set", "weir.max-staleness=1s"));

  /** Both at once: most of it is waiting. */
  @Test
  void whatIsSaidOfAJobIsNeverOtherwiseThanInFlinksOwnList() {
    Stream.of("default", "adaptive")
        .map(scheduler -> CompletableFuture.runAsync(() -> live(scheduler)))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private static void live(String scheduler) {
    FlinkCluster flink = (scheduler.equals("adaptive") ? ADAPTIVE : BY_DEFAULT).cluster();
    ClassicClient weir =
        new ClassicClient(
            URI.create(WEIR.baseUri() + "clusters/" + scheduler), AnswerContract.checkedIn());
    String jar = weir.upload("examples.jar", examples()).json().path("filename").asText();

    CompletableFuture<Answer> failing =
        run(weir, jar, "LateStream", "--splits-after 3 --splits false");
    JobWatch withoutAGraph = JobWatch.ofTheNext(flink, weir, DEADLINE);
    withoutAGraph.until("FAILED");
    withoutAGraph.untilItTellsWhatFlinkTells("There are no input splits");
    failing.join();

    run(weir, jar, "FailingStream", "").join();
    JobWatch restarted = JobWatch.ofTheNext(flink, weir, DEADLINE);
    restarted.until("FAILED");
    restarted.untilItTellsWhatFlinkTells("boom at 201");

    CompletableFuture<Answer> late = run(weir, jar, "LateStream", "--splits-after 3");
    JobWatch starting = JobWatch.ofTheNext(flink, weir, DEADLINE);
    starting.until("CREATED");
    starting.until("RUNNING");
    late.join();
    assertThat(weir.delete("/jobs/" + starting.job() + "/cancel").status()).isEqualTo(200);
    starting.until("CANCELED");

    run(weir, jar, "CheckpointedStream", "").join();
    JobWatch running = JobWatch.ofTheNext(flink, weir, DEADLINE);
    running.until("RUNNING");
    running.untilAllTasksRun(true);
    flink.taskManager(0).kill();
    // A restart may be over between two looks; that nothing can run lasts.
    running.untilAllTasksRun(false);
    flink.addTaskManager();
    running.until("RUNNING");
    running.untilAllTasksRun(true);
    assertThat(weir.delete("/jobs/" + running.job() + "/cancel").status()).isEqualTo(200);
    running.until("CANCELED");
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(weir.get("/jobs/" + running.job()).header("Weir-Freshness"))
                    .contains("fresh"));
  }

  @Test
  void addressesOfFlinksNewerApiSayWhereTheSameIs() {
    ClassicClient weir = new ClassicClient(WEIR.baseUri(), AnswerContract.checkedIn());

    assertThat(Stream.of("/jobs/overview", "/jobs/metrics", "/taskmanagers/metrics"))
        .allSatisfy(
            path -> {
              Answer answer = weir.get(path);
              assertThat(answer.status()).as("%s", answer).isEqualTo(404);
              assertThat(answer.json().path("detail").asText())
                  .contains("Flink's newer API")
                  .endsWith(" here.");
            });
  }

  private static byte[] examples() {
    try {
      return Files.readAllBytes(BuiltJars.examples());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<Answer> run(
      ClassicClient weir, String jar, String job, String arguments) {
    return CompletableFuture.supplyAsync(
        () ->
            weir.post(
                "/jars/%s/run?entry-class=dev.weir.examples.%s&program-args=%s"
                    .formatted(jar, job, arguments.replace(" ", "%20"))));
  }
}
