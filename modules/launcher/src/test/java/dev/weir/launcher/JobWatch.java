// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks at every document of a job again and again, and at Flink's own list of jobs before and
 * after.
 *
 * <p>Whatever is said of the job has to be what Flink's list has said within the time for which
 * Flink keeps its copy of the graph and the server its answer.
 */
final class JobWatch {
  /** Flink keeps a copy for 3 s; an answer may be a second old, and its refresh take another. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ClassicClient flink;
  private final ClassicClient weir;
  private final String job;
  private final Duration deadline;
  private final List<Seen> seen = new ArrayList<>();
  private String shown = "";

  /** The adaptive scheduler restarts a job by way of CREATED, where it waits for slots. */
  private static final Set<String> PASSING =
      Set.of("FAILING", "CANCELLING", "RESTARTING", "CREATED");

  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED");

  /** The state of the job in Flink's list, and how many of all jobs there have not ended. */
  private record Seen(String state, int notEnded, long until) {}

  private JobWatch(ClassicClient flink, ClassicClient weir, String job, Duration deadline) {
    this.flink = flink;
    this.weir = weir;
    this.job = job;
    this.deadline = deadline;
    // It has just begun, and no other one has.
    seen.add(new Seen("CREATED", 0, System.nanoTime()));
  }

  /** That of the job which is the next one to be in Flink's list and not to have ended. */
  static JobWatch ofTheNext(FlinkCluster cluster, ClassicClient weir, Duration deadline) {
    ClassicClient flink = new ClassicClient(cluster.restAddress());
    String id =
        await()
            .atMost(deadline)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> notEnded(flink), Optional::isPresent)
            .orElseThrow();
    return new JobWatch(flink, weir, id, deadline);
  }

  private static Optional<String> notEnded(ClassicClient flink) {
    return jobs(flink)
        .filter(one -> !ENDED.contains(one.path("state").asText()))
        .map(one -> one.path("jid").asText())
        .findFirst();
  }

  private static Stream<JsonNode> jobs(ClassicClient flink) {
    return elements(flink.get("/jobs/overview").json().path("jobs"));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  String job() {
    return job;
  }

  /** Watches until the job is shown in a state. */
  void until(String state) {
    await(state)
        .atMost(deadline)
        .pollInterval(PAUSE)
        .until(
            () -> {
              look();
              return shown.equals(state);
            });
  }

  /** Watches until all tasks of the job are shown to run, or not all of them. */
  void untilAllTasksRun(boolean all) {
    await(all ? "all tasks run" : "not all tasks run")
        .atMost(deadline)
        .pollInterval(PAUSE)
        .until(
            () -> {
              JsonNode vertices = look().path("vertices");
              boolean allRun =
                  !vertices.isEmpty()
                      && elements(vertices)
                          .allMatch(one -> one.path("status").asText().equals("RUNNING"));
              return allRun == all;
            });
  }

  /** Watches until the exceptions of the job have a text, or have it not, as Flink's do. */
  void untilItTellsWhatFlinkTells(String text) {
    await("exceptions as Flink has them")
        .atMost(deadline)
        .pollInterval(PAUSE)
        .until(
            () -> {
              look();
              return weir.get("/jobs/" + job + "/exceptions").text().contains(text)
                  == flink.get("/jobs/" + job + "/exceptions").text().contains(text);
            });
  }

  private JsonNode look() {
    note();
    JsonNode details = read("").json();
    List<Answer> answers =
        Stream.of(
                "/vertices",
                "/plan",
                "/config",
                "/exceptions",
                "/accumulators",
                "/checkpoints",
                "/checkpoints/config",
                "/metrics")
            .map(this::read)
            .toList();
    JsonNode vertex = details.path("vertices").path(0);
    if (!vertex.isMissingNode()) {
      Stream.of(
              "",
              "/subtasktimes",
              "/taskmanagers",
              "/accumulators",
              "/subtasks/accumulators",
              "/backpressure",
              "/metrics")
          .forEach(path -> read("/vertices/" + vertex.path("id").asText() + path));
      readOfNow(vertex.path("id").asText(), answers.get(5).json());
    }
    String listed = stateIn(weir.get("/joboverview").json());
    Set<String> groups = groupsIn(weir.get("/jobs").json());
    int running = weir.get("/overview").json().path("jobs-running").asInt(-1);
    note();

    shown = details.path("state").asText();
    assertThat(details.path("jid").asText()).isEqualTo(job);
    assertThat(answers.get(1).json().path("jid").asText()).isEqualTo(job);
    requireSeen(shown);
    if (!listed.isEmpty()) {
      requireSeen(listed);
    }
    assertThat(lately().stream().map(JobWatch::group).toList())
        .as("what %s has been in Flink's list", job)
        .containsAll(groups);
    assertThat(seenLately().map(Seen::notEnded))
        .as("how many jobs of Flink's list have not been over")
        .contains(running);
    return details;
  }

  /** A state that others followed at once may have been over before it was looked for. */
  private void requireSeen(String state) {
    if (!PASSING.contains(state) || lately().size() == 1) {
      assertThat(lately()).as("what %s has been in Flink's list", job).contains(state);
    }
  }

  /**
   * What belongs to one subtask, attempt or checkpoint, which there may not be yet, or the next one
   * may take the place of.
   */
  private void readOfNow(String vertex, JsonNode checkpoints) {
    String subtask = "/vertices/" + vertex + "/subtasks/0";
    int attempt = readIfThere(subtask).json().path("attempt").asInt();
    readIfThere(subtask + "/attempts/" + attempt);
    readIfThere(subtask + "/attempts/" + attempt + "/accumulators");
    JsonNode latest = checkpoints.path("latest").path("completed");
    if (latest.has("id")) {
      String checkpoint = "/checkpoints/details/" + latest.path("id").asText();
      readIfThere(checkpoint);
      readIfThere(checkpoint + "/subtasks/" + vertex);
    }
  }

  private Answer readIfThere(String path) {
    Answer answer = weir.get("/jobs/" + job + path);
    assertThat(answer.status()).as("%s while %s", answer, lately()).isIn(200, 404);
    if (answer.status() == 404 && flink.get("/jobs/" + job + path).status() == 200) {
      // Flink may have had it since.
      assertThat(weir.get("/jobs/" + job + path).status()).as("%s", answer).isEqualTo(200);
    }
    return answer;
  }

  private Set<String> groupsIn(JsonNode jobs) {
    return Stream.of("running", "finished", "cancelled", "failed")
        .filter(
            group -> elements(jobs.path("jobs-" + group)).anyMatch(id -> id.asText().equals(job)))
        .collect(Collectors.toSet());
  }

  /** The list of {@code /jobs} that a state belongs to. */
  private static String group(String state) {
    return switch (state) {
      case "FINISHED" -> "finished";
      case "CANCELED" -> "cancelled";
      case "FAILED" -> "failed";
      default -> "running";
    };
  }

  /** A read that has to be answered, and by the cluster. */
  private Answer read(String path) {
    Answer answer = weir.get("/jobs/" + job + path);
    assertThat(answer.status()).as("%s while %s", answer, lately()).isEqualTo(200);
    assertThat(answer.header("Weir-Freshness")).as(path).isNotEqualTo(Optional.of("unreachable"));
    return answer;
  }

  private String stateIn(JsonNode overview) {
    return Stream.concat(elements(overview.path("running")), elements(overview.path("finished")))
        .filter(one -> one.path("jid").asText().equals(job))
        .map(one -> one.path("state").asText())
        .findFirst()
        .orElse("");
  }

  private void note() {
    List<JsonNode> jobs = jobs(flink).toList();
    String state =
        jobs.stream()
            .filter(one -> one.path("jid").asText().equals(job))
            .map(one -> one.path("state").asText())
            .findFirst()
            .orElseThrow()
            .replace("INITIALIZING", "CREATED");
    int notEnded =
        (int) jobs.stream().filter(one -> !ENDED.contains(one.path("state").asText())).count();
    seen.add(new Seen(state, notEnded, System.nanoTime()));
  }

  private Set<String> lately() {
    return seenLately().map(Seen::state).collect(Collectors.toSet());
  }

  private Stream<Seen> seenLately() {
    long since = System.nanoTime() - INTERVAL.toNanos();
    // What is seen lasts until the next.
    return IntStream.range(0, seen.size())
        .filter(i -> i + 1 == seen.size() || seen.get(i + 1).until() >= since)
        .mapToObj(seen::get);
  }
}
