// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a server says while processes of a real cluster die, hang and come back. */
@Timeout(240)
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  @Order(1)
  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(
          // After it a TaskManager looks for a JobManager that was restarted.
          FlinkCluster.of("2.3.0").configuration(Map.of("heartbeat.timeout", "10000")));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments("--cluster", "faulty=" + FLINK.restAddress())
                  .arguments("--cluster", "other=embedded")
                  .arguments("--set", "weir.refresh-interval=500ms")
                  .arguments("--set", "weir.max-staleness=2s")
                  .arguments("--set", "weir.probe-interval=500ms")
                  .arguments("--set", "weir.upstream.timeout=2s")
                  .arguments("--set", "weir.upstream.patience=500ms"));

  private static String job = "";

  @BeforeAll
  static void runAJob() throws IOException {
    Answer upload = faulty().upload("examples.jar", Files.readAllBytes(BuiltJars.examples()));
    Answer run =
        faulty()
            .post(
                "/jars/"
                    + upload.json().path("filename").asText()
                    + "/run?entry-class=dev.weir.examples.CheckpointedStream");
    job = run.json().path("jobid").asText();
    awaitRunning();
  }

  private static void awaitRunning() {
    await()
        .atMost(DEADLINE)
        .until(
            () -> {
              JsonNode vertices = faulty().get("/jobs/" + job).json().path("vertices");
              return !vertices.isEmpty()
                  && Stream.iterate(0, i -> i < vertices.size(), i -> i + 1)
                      .allMatch(i -> vertices.get(i).path("status").asText().equals("RUNNING"));
            });
  }

  private static ClassicClient faulty() {
    return new ClassicClient(URI.create(WEIR.baseUri() + "clusters/faulty"));
  }

  private static ClassicClient other() {
    return new ClassicClient(URI.create(WEIR.baseUri() + "clusters/other"));
  }

  private static String freshness(Answer answer) {
    return answer.header("Weir-Freshness").orElse("none");
  }

  private static String state(String cluster) {
    return new ClassicClient(WEIR.baseUri())
        .get("/clusters/" + cluster)
        .json()
        .path("state")
        .asText();
  }

  /** Whatever happens to the cluster, a job that was running is never said to have ended. */
  private static void assertStillKnownAsRunning() {
    Answer jobs = faulty().get("/jobs");
    assertThat(jobs.status()).as("%s", jobs).isEqualTo(200);
    assertThat(jobs.json().path("jobs-running").toString()).contains(job);
  }

  @Test
  @Order(1)
  void aTaskManagerThatIsKilledMakesANewAttemptAndTheOldOneIsStillServed() {
    String vertex = faulty().get("/jobs/" + job).json().at("/vertices/0/id").asText();
    String subtask = "/jobs/" + job + "/vertices/" + vertex + "/subtasks/0";
    Answer before = faulty().get(subtask);
    assertThat(before.json().path("attempt").asInt()).isZero();

    FLINK.cluster().taskManager(0).kill();
    FLINK.cluster().addTaskManager();

    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              assertStillKnownAsRunning();
              JsonNode now = faulty().get(subtask).json();
              assertThat(now.path("attempt").asInt()).isPositive();
              assertThat(now.path("status").asText()).isEqualTo("RUNNING");
            });
    Answer old = faulty().get(subtask + "/attempts/0");
    assertThat(old.status()).as("%s", old).isEqualTo(200);
    assertThat(old.json().path("attempt").asInt()).isZero();
    assertThat(old.json().path("status").asText()).isIn("FAILED", "CANCELED");
    assertThat(old.json().path("host")).isEqualTo(before.json().path("host"));
    awaitRunning();
  }

  @Test
  @Order(2)
  void aJobManagerThatHangsIsMarkedAndHoldsUpNobodyAndIsBackByItself() throws IOException {
    List<String> paths =
        List.of("/overview", "/joboverview", "/jobs", "/jobs/" + job, "/taskmanagers");
    paths.forEach(path -> assertThat(faulty().get(path).status()).as(path).isEqualTo(200));
    other().get("/overview");
    long threads = threadsOfServer();

    FLINK.cluster().jobManager(0).stop();
    try {
      await().atMost(DEADLINE).until(() -> state("faulty").equals("unhealthy"));
      List<CompletableFuture<Answer>> waiting = readsThatHaveToBeAsked(100);
      assertThat(state("other")).isEqualTo("healthy");
      assertThat(freshness(other().get("/joboverview"))).isEqualTo("fresh");
      for (String path : paths) {
        Answer answer = faulty().get(path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(freshness(answer)).as(path).isEqualTo("unreachable");
      }
      assertStillKnownAsRunning();
      Answer change = faulty().delete("/jobs/" + job + "/cancel");
      assertThat(change.status()).isEqualTo(504);
      assertThat(change.json().path("detail").asText()).startsWith("Nothing was sent.");
      assertThat(waiting).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(504));
      assertThat(threadsOfServer()).isLessThan(threads + 20);
    } finally {
      FLINK.cluster().jobManager(0).resume();
    }

    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              assertThat(state("faulty")).isEqualTo("healthy");
              for (String path : paths) {
                assertThat(freshness(faulty().get(path))).as(path).isEqualTo("fresh");
              }
            });
    awaitRunning();
  }

  /** Answers that are not known yet, each another one. */
  private static List<CompletableFuture<Answer>> readsThatHaveToBeAsked(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> CompletableFuture.supplyAsync(() -> faulty().get("/jobs/" + "%032x".formatted(i))))
        .toList();
  }

  private static long threadsOfServer() throws IOException {
    try (Stream<Path> threads =
        Files.list(Path.of("/proc", Long.toString(WEIR.process().pid()), "task"))) {
      return threads.count();
    }
  }

  @Test
  @Order(3)
  void aJobManagerThatIsKilledIsUnreachableAndFreshAgainWhenItIsBack() {
    assertThat(freshness(faulty().get("/overview"))).isNotEqualTo("none");
    assertStillKnownAsRunning();

    FLINK.cluster().jobManager(0).kill();

    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> assertThat(freshness(faulty().get("/overview"))).isEqualTo("unreachable"));
    assertStillKnownAsRunning();
    Answer unread = faulty().get("/jobs/ffffffffffffffffffffffffffffffff/config");
    assertThat(unread.status()).isEqualTo(503);
    assertThat(unread.json().path("detail").asText()).startsWith("Nobody answers at");

    FLINK.cluster().jobManager(0).restart();

    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              Answer overview = faulty().get("/overview");
              assertThat(freshness(overview)).isEqualTo("fresh");
              assertThat(overview.json().path("taskmanagers").asInt()).isEqualTo(1);
            });
    // It keeps nothing across a restart, and now it is the one that says so.
    assertThat(faulty().get("/jobs/" + job).status()).isEqualTo(404);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> assertThat(faulty().get("/jobs").json().path("jobs-running")).isEmpty());
  }

  @Test
  @Order(4)
  void aProgramIsStillThereAfterTheJobManagerThatTookItHasLostIt() {
    JsonNode jars = faulty().get("/jars").json().path("files");
    assertThat(jars).hasSize(1);
    String jar = jars.get(0).path("id").asText();

    Answer run =
        faulty().post("/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream");

    assertThat(run.status()).as("%s", run).isEqualTo(200);
    assertThat(faulty().get("/jars").json().path("files")).hasSize(1);
    assertThat(faulty().get("/jars").json().at("/files/0/id").asText()).isEqualTo(jar);
    assertThat(faulty().delete("/jars/" + jar).status()).isEqualTo(200);
    assertThat(faulty().get("/jars").json().path("files")).isEmpty();
    assertThat(faulty().post("/jars/" + jar + "/run").status()).isEqualTo(404);
  }

  /** A TaskManager that hangs keeps it so until its heartbeat is missed. */
  @Test
  @Order(5)
  void aJobThatIsBeingCancelledIsNotAskedForASavepointToo() throws IOException {
    runAJob();
    FLINK.cluster().taskManager(1).stop();
    try {
      assertThat(faulty().delete("/jobs/" + job + "/cancel").status()).isEqualTo(200);

      for (String path : List.of("/cancel-with-savepoint", "/yarn-stop")) {
        Answer late = faulty().get("/jobs/" + job + path);
        assertThat(late.status()).as("%s", late).isEqualTo(409);
        assertThat(late.json().path("detail").asText())
            .isEqualTo("Job " + job + " is already being cancelled.");
      }
      assertThat(faulty().delete("/jobs/" + job + "/cancel").status()).isEqualTo(200);
    } finally {
      FLINK.cluster().taskManager(1).resume();
    }
  }
}
