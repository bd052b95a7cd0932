// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkRoute;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every GET of Flink's API, asked for at a cluster and through a server in front of it: status and
 * JSON are the same.
 *
 * <p>The cluster is asked before and after. What it says twice, the server has to say; of what
 * changes meanwhile, such as a duration, the type has to be the same.
 */
public final class V1Identity {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Flink keeps what it says of a job for some seconds; the server keeps that for one more. */
  private static final Duration SETTLED = Duration.ofSeconds(15);

  private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

  /** Changes by GET, and what differs by intention: the server lists its own jars. */
  private static final Set<String> LEFT_OUT =
      Set.of("/jobs/:jobid/yarn-cancel", "/jobs/:jobid/yarn-stop", "/jars", "/jars/:jarid/plan");

  private static final Set<String> SAMPLED =
      Set.of(
          "/jobmanager/thread-dump",
          "/taskmanagers/:taskmanagerid/thread-dump",
          "/jobs/:jobid/vertices/:vertexid/flamegraph");

  private final ClassicClient direct;
  private final ClassicClient weir;

  /** Of a cluster and of the server in front of it; the jobs of the cluster are started here. */
  public V1Identity(URI flink, URI weir) {
    this.direct = new ClassicClient(flink);
    this.weir = new ClassicClient(weir);
  }

  /** A job, with what can be asked about it. */
  private record Job(String id, String vertex, String checkpoint, String trigger) {}

  /** A test for each address. */
  public Stream<DynamicTest> tests() throws IOException {
    List<Job> jobs = jobs();
    String taskManager =
        direct.get("/taskmanagers").json().at("/taskmanagers/0/id").asText().replace(":", "%3A");
    String log = direct.get("/jobmanager/logs").json().at("/logs/0/name").asText("none.log");
    Set<String> paths = new LinkedHashSet<>();
    for (FlinkRoute route : FlinkRoute.of("2.3")) {
      if (route.method().equals("GET") && !LEFT_OUT.contains(route.template())) {
        for (Job job : jobs) {
          paths.add(route.template() + " " + path(route.template(), job, taskManager, log));
        }
      }
    }
    paths.addAll(withQueries(jobs, taskManager));
    return paths.stream()
        .map(one -> one.split(" "))
        .map(one -> dynamicTest(one[1], () -> assertSame(one[1], SAMPLED.contains(one[0]))));
  }

  private List<String> withQueries(List<Job> jobs, String taskManager) {
    List<String> paths = new ArrayList<>();
    for (Job job : jobs) {
      String vertex = "/jobs/" + job.id() + "/vertices/" + job.vertex();
      paths.add("/jobs/" + job.id() + "/exceptions?maxExceptions=1");
      paths.add("/jobs/" + job.id() + "/accumulators?includeSerializedValue=true");
      paths.add(vertex + "/metrics?get=0.numRecordsOut,0.numRecordsIn");
      paths.add(vertex + "/subtasks/metrics?get=numRecordsOut&agg=min,max");
      paths.add("/jobs/metrics?get=uptime&agg=sum&jobs=" + job.id());
    }
    paths.add("/taskmanagers/" + taskManager + "/metrics?get=Status.JVM.Memory.Heap.Max");
    paths.add("/taskmanagers/metrics?get=Status.JVM.Memory.Heap.Max&agg=max");
    paths.add("/jobmanager/metrics?get=taskSlotsTotal,numRegisteredTaskManagers");
    return paths.stream().map(path -> "- " + path).toList();
  }

  private static String path(String template, Job job, String taskManager, String log) {
    return template
        .replace(":jobid", job.id())
        .replace(":vertexid", job.vertex())
        .replace(":checkpointid", job.checkpoint())
        .replace(":triggerid", job.trigger())
        .replace(":applicationid", job.id())
        .replace(":rescaleuuid", UNKNOWN)
        .replace(":taskmanagerid", taskManager)
        .replace(":subtaskindex", "0")
        .replace(":attempt", "0")
        .replace(":filename", log);
  }

  private List<Job> jobs() throws IOException {
    String jar =
        weir.upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
            .json()
            .path("filename")
            .asText();
    String finished = started(jar, "WordCount", "");
    String failed = started(jar, "FailingStream", "");
    String running =
        started(jar, "CheckpointedStream", "&program-args=--checkpoint-interval+600000");
    awaitState(finished, "FINISHED");
    awaitState(failed, "FAILED");
    awaitState(running, "RUNNING");
    return List.of(
        job(finished, UNKNOWN),
        job(failed, UNKNOWN),
        job(running, savepoint(running)),
        new Job(UNKNOWN, UNKNOWN, "1", UNKNOWN));
  }

  private String started(String jar, String program, String more) {
    Answer answer =
        weir.post("/jars/" + jar + "/run?entry-class=dev.weir.examples." + program + more);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().path("jobid").asText();
  }

  private void awaitState(String job, String state) {
    await("job " + job + " is " + state)
        .atMost(DEADLINE)
        .until(
            () -> direct.get("/jobs/" + job + "/status").json().path("status").asText(),
            state::equals);
    await("its graph says so")
        .atMost(DEADLINE)
        .until(() -> direct.get("/jobs/" + job).json().path("state").asText(), state::equals);
  }

  private Job job(String id, String trigger) {
    JsonNode vertex = direct.get("/jobs/" + id).json().at("/vertices/0/id");
    return new Job(id, vertex.asText(UNKNOWN), "1", trigger);
  }

  /** Made through the server, in Flink's words; its id is known to the cluster. */
  private String savepoint(String job) {
    Answer asked =
        weir.send(
            "POST",
            "/v1/jobs/" + job + "/savepoints",
            Map.of("Content-Type", "application/json"),
            "{}".getBytes(UTF_8));
    assertThat(asked.status()).as("%s", asked).isEqualTo(202);
    String trigger = asked.json().path("request-id").asText();
    await("savepoint " + trigger)
        .atMost(DEADLINE)
        .until(
            () ->
                weir.get("/v1/jobs/" + job + "/savepoints/" + trigger)
                    .json()
                    .at("/status/id")
                    .asText(),
            "COMPLETED"::equals);
    return trigger;
  }

  private void assertSame(String path, boolean sampled) {
    await()
        .atMost(SETTLED)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              Answer before = direct.get(path);
              Answer ours = weir.get("/v1" + path);
              Answer after = direct.get(path);
              assertThat(ours.status()).as("%s beside %s", ours, after).isEqualTo(after.status());
              if (after.status() != 200) {
                assertSameError(ours, after);
              } else if (after.mediaType().equals("application/json")) {
                SameJson.assertSame(before.json(), ours.json(), after.json(), sampled);
              } else {
                assertThat(ours.text()).startsWith(before.text());
              }
            });
  }

  /** Lines of a stack trace have names that the virtual machine makes up. */
  private static void assertSameError(Answer ours, Answer flinks) {
    assertThat(ours.mediaType()).isEqualTo("application/json");
    assertThat(ours.json().size()).isEqualTo(1);
    assertThat(firstLine(ours)).isEqualTo(firstLine(flinks));
  }

  private static String firstLine(Answer answer) {
    return answer.json().at("/errors/0").asText().lines().findFirst().orElse("");
  }
}
