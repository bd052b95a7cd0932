// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.Multipart;
import dev.weir.testing.reference.RecordedCall;
import dev.weir.testing.reference.Reference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the recorded calls that change something, in their order, each with what the answers before
 * it named: the ids of the live jar, jobs and requests take the place of the recorded ones.
 */
final class ActionReplay {
  private static final String JOB = "jobid";
  private static final String REQUEST = "request-id";
  private static final String FILE = "filename";
  private static final String RECORDED_CLASS = "entry-class=Stream";
  private static final String RECORDED_TARGET = "%2Ftmp%2Fflink%2Fmine";
  private static final String RECORDED_SAVEPOINT =
      "/srv/flink/savepoints/savepoint-ac2263-274c442c8489";

  private final LiveCluster cluster;
  private final Differences differences;
  private final Comparison comparison;

  /** What stands for a recorded piece of a path, in the order in which they are replaced. */
  private final Map<String, String> live = new LinkedHashMap<>();

  /** The recorded job that the last calls stop and cancel, and the one they take a savepoint of. */
  private final String recordedRestored;

  private final String recordedFirst;

  /**
   * Makes a replay.
   *
   * @param target an empty directory that the server can write a savepoint to, as it is sent in an
   *     address
   */
  ActionReplay(LiveCluster cluster, Differences differences, String target) {
    this.cluster = requireNonNull(cluster);
    this.differences = requireNonNull(differences);
    this.comparison = new Comparison(differences);
    this.recordedFirst = recorded("run").json().path(JOB).textValue();
    this.recordedRestored = recorded("run from a savepoint").json().path(JOB).textValue();
    live.put(RECORDED_CLASS, "entry-class=" + LiveCluster.CHECKPOINTED_STREAM);
    live.put(RECORDED_TARGET, target);
    live.put(RECORDED_SAVEPOINT, encoded(cluster.savepointPath()));
  }

  /** Makes one call and says what is wrong with the answer. */
  List<Violation> replay(RecordedCall call) {
    prepare(call.note());
    Answer answer =
        call.note().equals("progress when done")
            ? cluster.awaitProgress(path(call))
            : send(call, path(call));
    // A savepoint of so little state may be done before its progress is asked for the first time.
    RecordedCall expected =
        call.note().equals("progress") && answer.status() == 201
            ? recorded("progress when done")
            : call;
    List<Violation> found = comparison.compare(expected, answer);
    bind(call, answer);
    conclude(call.note(), answer);
    return found;
  }

  private void prepare(String note) {
    switch (note) {
      case "cancel with savepoint into a directory" ->
          cluster.reader().awaitRunning(liveJob(recordedFirst));
      case "cancel with savepoint of a job that has ended" ->
          cluster.reader().awaitState(liveJob(recordedFirst), "CANCELED");
      case "stop of a job whose sources cannot stop: nothing happens" ->
          cluster.reader().awaitRunning(liveJob(recordedRestored));
      // A stopped job has ended; in 1.3 it went on.
      case "the same as GET", "cancel" -> {
        live.put(recordedRestored, cluster.run(LiveCluster.CHECKPOINTED_STREAM, ""));
        cluster.reader().awaitRunning(liveJob(recordedRestored));
      }
      case "cancel again as GET, job already canceled" ->
          cluster.reader().awaitState(liveJob(recordedRestored), "CANCELED");
      default -> {
        // The other calls need nothing but the calls before them.
      }
    }
  }

  private void conclude(String note, Answer answer) {
    switch (note) {
      case "stop of a job whose sources cannot stop: nothing happens", "the same as GET" -> {
        cluster.reader().awaitState(liveJob(recordedRestored), "FINISHED");
        differences.meet("stop-takes-a-savepoint");
      }
      case "run from a savepoint" -> {
        JsonNode checkpoints =
            cluster
                .reader()
                .await(
                    "the job is restored",
                    "/jobs/" + liveJob(recordedRestored) + "/checkpoints",
                    document -> document.path("counts").path("restored").asInt() == 1);
        assertThat(checkpoints.path("latest").path("restored").path("external_path").asText())
            .endsWith(lastName(cluster.savepointPath()));
      }
      case "asked again" ->
          assertThat(answer.json()).isEqualTo(cluster.client().get(path(recorded(note))).json());
      default -> {
        // The answer says all.
      }
    }
  }

  private Answer send(RecordedCall call, String path) {
    RecordedCall.Form form = call.form();
    if (form == null) {
      return cluster.client().send(call.method(), path, Map.of());
    }
    byte[] content =
        form.fileName().endsWith(".jar")
            ? cluster.program()
            : "<project/>".getBytes(StandardCharsets.UTF_8);
    return cluster
        .client()
        .upload(
            new Multipart()
                .file(form.field(), form.fileName(), form.contentType(), content)
                .body());
  }

  /** Notes which live ids stand for the recorded ones from now on. */
  private void bind(RecordedCall call, Answer answer) {
    if (!call.isJson() || answer.status() >= 400) {
      return;
    }
    for (String member : List.of(FILE, JOB)) {
      if (call.json().has(member) && answer.json().path(member).isTextual()) {
        live.put(call.json().path(member).textValue(), answer.json().path(member).textValue());
      }
    }
    if (call.location() != null) {
      live.put(inProgress(call.json()), inProgress(answer.json()));
    }
  }

  private static String inProgress(JsonNode body) {
    return "in-progress/" + body.path(REQUEST).asText();
  }

  private String path(RecordedCall call) {
    String path = call.path();
    for (Map.Entry<String, String> entry : live.entrySet()) {
      path = path.replace(entry.getKey(), entry.getValue());
    }
    boolean ofAProgram =
        path.contains(liveJar()) && (path.contains("/run") || path.contains("/plan"));
    if (ofAProgram && !path.contains("entry-class=")) {
      path += (path.contains("?") ? "&" : "?") + "entry-class=" + LiveCluster.CHECKPOINTED_STREAM;
    }
    return path;
  }

  private String liveJar() {
    return live.getOrDefault(recorded("upload a program").json().path(FILE).textValue(), "-");
  }

  private String liveJob(String recordedJob) {
    return requireNonNull(live.get(recordedJob), "The call that runs this job has failed");
  }

  private static RecordedCall recorded(String note) {
    return Reference.actions().stream()
        .filter(call -> call.note().equals(note))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not recorded: " + note));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
