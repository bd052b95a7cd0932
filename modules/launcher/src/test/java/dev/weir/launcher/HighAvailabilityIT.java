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
import dev.weir.testing.flink.FlinkCommand;
import dev.weir.testing.flink.FlinkProcess;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two JobManagers and a ZooKeeper. The server knows them twice: by what they publish in ZooKeeper,
 * and by their addresses.
 */
@Timeout(240)
class HighAvailabilityIT {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final List<String> WAYS = List.of("published", "listed");

  @Order(1)
  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(
          FlinkCluster.of("2.3.0")
              .highlyAvailable(2)
              .configuration(Map.of("high-availability.zookeeper.client.session-timeout", "6000")));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments(
                      "--set",
                      "weir.clusters.published.high-availability.zookeeper.quorum="
                          + FLINK.cluster().zooKeeperQuorum())
                  .arguments(
                      "--cluster",
                      "listed="
                          + FLINK.cluster().restAddresses().stream()
                              .map(URI::toString)
                              .collect(Collectors.joining(",")))
                  .arguments("--set", "weir.default-cluster=listed")
                  .arguments("--set", "weir.refresh-interval=500ms")
                  .arguments("--set", "weir.probe-interval=500ms")
                  .arguments("--set", "weir.upstream.timeout=4s"));

  private static String jar = "";
  private static String job = "";

  @BeforeAll
  static void runAJob() throws IOException {
    FLINK.cluster().awaitLeader();
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(of("published").get("/overview").status()).isEqualTo(200));
    jar =
        of("published")
            .upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
            .json()
            .path("filename")
            .asText();
    job = run("published");
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> assertThat(checkpoints().at("/counts/completed").asInt()).isPositive());
  }

  private static JsonNode checkpoints() {
    return of("published").get("/jobs/" + job + "/checkpoints").json();
  }

  private static ClassicClient of(String way) {
    return new ClassicClient(URI.create(WEIR.baseUri() + "clusters/" + way));
  }

  private static String run(String way) {
    Answer run =
        of(way).post("/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream");
    assertThat(run.status()).as("%s", run).isEqualTo(200);
    return run.json().path("jobid").asText();
  }

  private static String freshness(Answer answer) {
    return answer.header("Weir-Freshness").orElse("none");
  }

  private static String answering(String way) {
    return new ClassicClient(WEIR.baseUri())
        .get("/clusters/" + way)
        .json()
        .path("answering")
        .asText();
  }

  /** Of Flink, which waits for its job by the API of Flink that this server has. */
  private static FlinkCommand command() {
    return new FlinkCommand(
        FLINK.cluster().version(),
        Map.of(
            "rest.address", WEIR.baseUri().getHost(),
            "rest.port", Integer.toString(WEIR.baseUri().getPort()),
            "rest.path", "/clusters/published"));
  }

  @Test
  void aLeaderThatIsKilledIsFollowedByTheNextAndNothingIsLost() {
    try (FlinkCommand command = command()) {
      FlinkCommand.Call attached =
          command.start(
              "run",
              "-c",
              "dev.weir.examples.WordCount",
              BuiltJars.examples().toString(),
              "--rate",
              "1");
      await()
          .atMost(DEADLINE)
          .until(() -> of("published").get("/overview").json().path("jobs-running").asInt() == 2);

      theNextLeaderFollowsAndNothingIsLost();

      assertThat(attached.await())
          .satisfies(
              ended -> {
                assertThat(ended.exitCode()).as("%s", ended).isZero();
                assertThat(ended.output()).contains("has finished.");
              });
    }
    theProgramCanStillBeRunAndDeleted();
  }

  private static void theNextLeaderFollowsAndNothingIsLost() {
    FlinkProcess leader = FLINK.cluster().awaitLeader();
    URI itsAddress =
        FLINK.cluster().restAddresses().get(FLINK.cluster().jobManagers().indexOf(leader));
    assertThat(answering("published")).isEqualTo(itsAddress.toString());
    WAYS.forEach(HighAvailabilityIT::assertServed);

    leader.kill();
    long killed = System.nanoTime();

    for (String way : WAYS) {
      await()
          .atMost(DEADLINE)
          .pollInterval(Duration.ofMillis(50))
          .untilAsserted(
              () -> {
                WAYS.forEach(HighAvailabilityIT::assertServed);
                assertThat(answering(way)).isNotEqualTo(itsAddress.toString());
                for (String path : List.of("/overview", "/joboverview", "/jobs/" + job)) {
                  assertThat(freshness(of(way).get(path))).as(path).isEqualTo("fresh");
                }
                assertThat(of(way).get("/overview").json().path("taskmanagers").asInt())
                    .isEqualTo(1);
                assertThat(of(way).get("/jobs/" + job).json().path("state").asText())
                    .isEqualTo("RUNNING");
              });
      System.out.printf(
          "Answers about the cluster that is %s were fresh again %,d ms after the leader's end%n",
          way, Duration.ofNanos(System.nanoTime() - killed).toMillis());
    }
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(checkpoints().at("/counts/restored").asInt()).isPositive());
  }

  /** No read fails, and the job is there, whatever happens to the cluster meanwhile. */
  private static void assertServed(String way) {
    for (String path : List.of("/overview", "/joboverview", "/jobs/" + job)) {
      Answer answer = of(way).get(path);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
    assertThat(of(way).get("/jobs").json().path("jobs-running").toString()).contains(job);
  }

  private static void theProgramCanStillBeRunAndDeleted() {
    assertThat(of("published").get("/jars").json().at("/files/0/id").asText()).isEqualTo(jar);
    assertThat(run("published")).isNotEqualTo(job);
    assertThat(of("published").get("/jars").json().path("files")).hasSize(1);
    assertThat(of("published").get("/jars").json().at("/files/0/id").asText()).isEqualTo(jar);
    assertThat(of("published").delete("/jars/" + jar).status()).isEqualTo(200);
    assertThat(of("published").get("/jars").json().path("files")).isEmpty();
  }
}
