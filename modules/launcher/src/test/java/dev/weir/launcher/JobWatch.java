package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private record Seen(String state, long until) {}

  private JobWatch(ClassicClient flink, ClassicClient weir, String job, Duration deadline) {
    this.flink = flink;
    this.weir = weir;
    this.job = job;
    this.deadline = deadline;
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
        .filter(
            one -> !Set.of("FAILED", "CANCELED", "FINISHED").contains(one.path("state").asText()))
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
    }
    String listed = stateIn(weir.get("/joboverview").json());
    note();

    shown = details.path("state").asText();
    assertThat(details.path("jid").asText()).isEqualTo(job);
    assertThat(answers.get(1).json().path("jid").asText()).isEqualTo(job);
    assertThat(lately()).as("what /jobs/%s has been in Flink's list", job).contains(shown);
    if (!listed.isEmpty()) {
      assertThat(lately()).as("what %s has been in Flink's list", job).contains(listed);
    }
    return details;
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
    String state =
        jobs(flink)
            .filter(one -> one.path("jid").asText().equals(job))
            .map(one -> one.path("state").asText())
            .findFirst()
            .orElseThrow()
            .replace("INITIALIZING", "CREATED");
    seen.add(new Seen(state, System.nanoTime()));
  }

  private Set<String> lately() {
    long since = System.nanoTime() - INTERVAL.toNanos();
    Set<String> states = new HashSet<>();
    for (int i = 0; i < seen.size(); i++) {
      // A state lasts until the next one is seen.
      long until = i + 1 < seen.size() ? seen.get(i + 1).until() : Long.MAX_VALUE;
      if (until >= since) {
        states.add(seen.get(i).state());
      }
    }
    return states;
  }
}
