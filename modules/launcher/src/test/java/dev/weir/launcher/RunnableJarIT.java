// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar, started as a user starts it. */
@Timeout(300)
class RunnableJarIT {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Pattern FLINK = Pattern.compile("its own REST API is at (http://\\S+)");
  private static final Pattern TO_TRY = Pattern.compile("^ {2}(http://\\S+) +\\w", 8);

  @TempDir private Path directory;

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static JsonNode json(WeirProcess weir, String path) {
    return new ClassicClient(weir.baseUri()).get(path).json();
  }

  private static List<String> states(WeirProcess weir) {
    return StreamSupport.stream(
            json(weir, "/joboverview/completed").get("jobs").spliterator(), false)
        .map(job -> job.get("name").asText() + " " + job.get("state").asText())
        .toList();
  }

  @Test
  void theDemoRunsItsJobsUntilSigtermAndLeavesNothingBehind() throws IOException {
    WeirProcess weir =
        WeirProcess.launch()
            .jvmOptions("-Djava.io.tmpdir=" + directory)
            .arguments("--demo")
            .start();
    try (weir) {
      assertThat(weir.baseUri().getHost()).isEqualTo("127.0.0.1");
      await().atMost(DEADLINE).until(() -> weir.output().contains("Press Ctrl-C to stop."));
      assertThat(weir.output())
          .contains("Flink         2.3.0, embedded")
          .contains("Capacity      8 slots on 1 TaskManager")
          .contains("Example jobs  WordCount, CheckpointedStream, FailingStream");
      assertThat(matches(TO_TRY, weir.output()))
          .hasSize(3)
          .allSatisfy(
              address ->
                  assertThat(
                          new ClassicClient(weir.baseUri())
                              .get(URI.create(address).getPath())
                              .status())
                      .isEqualTo(200));
      await()
          .atMost(DEADLINE)
          .untilAsserted(
              () ->
                  assertThat(states(weir))
                      .containsExactlyInAnyOrder(
                          "WordCount Example FINISHED", "Failing stream FAILED"));
      assertThat(json(weir, "/joboverview/running").at("/jobs/0/name").asText())
          .isEqualTo("Checkpointed stream");
    }
    assertThat(weir.awaitExit(DEADLINE)).isEqualTo(143);
    assertThat(weir.output()).contains("Weir has stopped.").doesNotContain("\tat ");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("weir-"))).isEmpty();
    }
  }

  @Test
  void aTakenPortIsSaidBeforeAnythingIsStarted() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      WeirProcess weir = WeirProcess.launch().portAsConfigured().arguments("--port", port).start();

      assertThat(weir.awaitExit(DEADLINE)).isEqualTo(1);
      assertThat(weir.output())
          .isEqualTo(
              "Port %s on 127.0.0.1 is in use. Set weir.port (--port) to another, or to 0 for any free one."
                  .formatted(port));
    }
  }

  @Test
  void aBadValueInTheEnvironmentStopsTheStart() {
    WeirProcess weir = WeirProcess.launch().environment("WEIR_EMBEDDED_SLOTS", "many").start();

    assertThat(weir.awaitExit(DEADLINE)).isEqualTo(2);
    assertThat(weir.output())
        .isEqualTo(
            "weir.embedded.slots is 'many' (environment variable WEIR_EMBEDDED_SLOTS), but must be"
                + " a whole number from 1 to 10000.");
  }

  @Test
  void theClassicKeysOfAConfDirAreFollowed() throws IOException {
    Path uploads = directory.resolve("uploads");
    Files.writeString(
        directory.resolve("flink-conf.yaml"),
        """
        # as in Flink 1.3
        jobmanager.web.refresh-interval: 1500
        jobmanager.web.submit.enable: false
        jobmanager.web.upload.dir: %s
        jobmanager.web.access-control-allow-origin: https://dashboards.example
        taskmanager.numberOfTaskSlots: 3
        local.number-taskmanager: 2
        """
            .formatted(uploads));
    try (WeirProcess weir =
        WeirProcess.launch().arguments("--conf-dir", directory.toString()).start()) {
      ClassicClient client = new ClassicClient(weir.baseUri());

      assertThat(client.get("/config").json().get("refresh-interval").asInt()).isEqualTo(1500);
      assertThat(client.get("/overview").json().get("slots-total").asInt()).isEqualTo(6);
      assertThat(client.get("/overview").json().get("taskmanagers").asInt()).isEqualTo(2);
      String origin = "https://dashboards.example";
      assertThat(
              client
                  .send("GET", "/overview", Map.of("Origin", origin))
                  .header("Access-Control-Allow-Origin"))
          .contains(origin);
      Answer refused = client.upload("x.jar", new byte[] {1});
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().get("error").asText()).contains("weir.submit.enabled");
    }
  }

  @Test
  void aClusterGivenIsWatchedInPlaceOfTheEmbeddedOne() {
    try (WeirProcess first = WeirProcess.launch().start()) {
      await().atMost(DEADLINE).until(() -> first.output().contains("Press Ctrl-C to stop."));
      Matcher flink = FLINK.matcher(first.output());
      assertThat(flink.find()).isTrue();
      try (WeirProcess second =
          WeirProcess.launch().arguments("--cluster", flink.group(1)).start()) {
        assertThat(json(second, "/overview")).isEqualTo(json(first, "/overview"));
        await().atMost(DEADLINE).until(() -> second.output().contains("the cluster at "));
      }
    }
  }

  @Test
  void aClusterThatGoesAwayIsServedAsItWasLastKnownAndMarked() {
    try (WeirProcess first = WeirProcess.launch().start()) {
      await().atMost(DEADLINE).until(() -> first.output().contains("Press Ctrl-C to stop."));
      Matcher flink = FLINK.matcher(first.output());
      assertThat(flink.find()).isTrue();
      try (WeirProcess second =
          WeirProcess.launch()
              .arguments("--cluster", flink.group(1), "--set", "weir.refresh-interval=100ms")
              .start()) {
        ClassicClient client = new ClassicClient(second.baseUri());
        Answer before = client.get("/overview");
        first.stop();

        await()
            .atMost(DEADLINE)
            .untilAsserted(
                () ->
                    assertThat(client.get("/overview").header("Weir-Freshness"))
                        .contains("unreachable"));
        assertThat(client.get("/overview").status()).isEqualTo(200);
        assertThat(client.get("/overview").json()).isEqualTo(before.json());
        assertThat(client.get("/taskmanagers").status()).isEqualTo(503);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 200_000})
  void anUploadThatIsTooLargeIsRefusedAndLeavesNothing(int size) throws IOException {
    byte[] noise = new byte[size];
    new Random(1).nextBytes(noise);
    try (WeirProcess weir =
        WeirProcess.launch()
            .arguments("--cluster", "http://127.0.0.1:1", "--set", "weir.upload.max-bytes=10kb")
            .arguments("--set", "weir.work-dir=" + directory)
            .start()) {
      Answer answer = new ClassicClient(weir.baseUri()).upload("x.jar", noise);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.json().get("error").asText()).contains("bytes allowed");
      assertThat(directory.resolve("uploads")).isEmptyDirectory();
    }
  }

  @Test
  void aClusterThatIsNotThereIsSaidAndItsAddressesAnswer503() {
    try (WeirProcess weir =
        WeirProcess.launch().arguments("--cluster", "http://127.0.0.1:1").start()) {
      Answer answer = new ClassicClient(weir.baseUri()).get("/overview");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("detail").asText()).startsWith("Nobody answers at");
      assertThat(weir.output())
          .contains("Cluster default does not answer: Nobody answers at")
          .contains("Recommended");
    }
  }

  /** Java 24 has done away with what it takes. */
  @Test
  @DisabledForJreRange(min = JRE.JAVA_24)
  void aProgramThatExitsTakesItsJobWithItAndNotTheServer() throws IOException {
    try (WeirProcess weir =
        WeirProcess.launch().jvmOptions("-Djava.security.manager=allow").start()) {
      ClassicClient client = new ClassicClient(weir.baseUri());
      String jar =
          client
              .upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
              .json()
              .get("filename")
              .asText();
      client.post("/jars/" + jar + "/run?entry-class=dev.weir.examples.ExitingJob");

      await().atMost(DEADLINE).until(() -> states(weir).toString().contains("FAILED"));
      assertThat(weir.isAlive()).isTrue();
    }
  }
}
