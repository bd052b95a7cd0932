// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.flink.documents.CheckpointDocuments;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.documents.MetricNames;
import dev.weir.flink.documents.VertexDocuments;
import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobOverview;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.VertexId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A document with an answer of a real Flink that it is read from, or where none was recorded one in
 * its shape, {@code made}.
 *
 * @param target Weir's address of it, for its description
 * @param samples the recorded answers that it is made of, by their keys
 * @param odd key of the one that is to be another
 * @param view what Weir shows of it at that address
 * @param adds places of what the further answers add, which nothing shows of them one by one
 * @param mustBeThere without which the odd one is not Flink's
 */
record RecordedDocument(
    String target,
    Document<?> document,
    Map<String, String> samples,
    String odd,
    UnaryOperator<Object> view,
    List<String> adds,
    List<String> mustBeThere) {
  /** As the monitor writes the model. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private static final JobId JOB = new JobId("32193f66ed202cc9253b47853da63741");
  private static final VertexId VERTEX = new VertexId("cbc357ccb763df2852fee8c4fc7d55f2");
  private static final VertexDocuments OF_VERTEX = VertexDocuments.of(JOB, VERTEX);
  private static final TaskManagerId TASK_MANAGER = new TaskManagerId("tm");
  private static final CheckpointId CHECKPOINT = new CheckpointId(1);
  private static final SubtaskIndex SUBTASK = new SubtaskIndex(0);
  private static final AttemptNumber ATTEMPT = new AttemptNumber(0);
  private static final MetricNames ALL = MetricNames.of(null);

  /** Each by its own answer, and each address once by every further one. */
  static Stream<RecordedDocument> all() {
    List<RecordedDocument> all = byTheirOwnAnswers().toList();
    Map<String, List<String>> mustBeThere = new HashMap<>();
    all.forEach(one -> mustBeThere.put(one.odd, one.mustBeThere));
    Map<String, RecordedDocument> further = new LinkedHashMap<>();
    all.forEach(
        one ->
            one.samples.keySet().stream()
                .filter(key -> !key.equals(one.odd))
                .forEach(key -> further.put(one.target + key, one.by(key, mustBeThere.get(key)))));
    return Stream.concat(
        all.stream().filter(one -> !one.recorded().isEmpty()), further.values().stream());
  }

  private static Stream<RecordedDocument> byTheirOwnAnswers() {
    String job = "/jobs/" + JOB;
    String vertex = job + "/vertices/" + VERTEX;
    Map<String, String> details = Map.of(job, "2.3.0/batch_job");
    return Stream.of(
            Stream.of(
                of("/joboverview", ClusterDocuments.jobs(), "jobs_overview", "/jobs"),
                of("/jobs", ClusterDocuments.jobs(), "jobs_overview", "/jobs")
                    .shownAs(jobs -> ((JobOverview) jobs).ids()),
                of("/overview", ClusterDocuments.overview(), "overview", "/flink-version"),
                of("/config", ClusterDocuments.config(), "config", "/flink-version"),
                of(
                    "/taskmanagers",
                    ClusterDocuments.taskManagers(),
                    "taskmanagers",
                    "/taskmanagers"),
                of("/jobmanager/config", ClusterDocuments.jobManagerConfig(), "jobmanager_config"),
                of("/jobmanager/metrics", ClusterDocuments.jobManagerMetrics(ALL), "made/metrics"),
                of(job + "/metrics", JobDocuments.metrics(JOB, ALL), "made/metrics").with(details),
                of(job + "/metrics", JobDocuments.metrics(JOB, ALL), "made/no_metrics")
                    .with(details),
                of(
                        vertex + "/backpressure",
                        OF_VERTEX.backPressure(),
                        "stream_v0_backpressure",
                        "/status")
                    .with(Map.of(job, "stream_job")),
                of(vertex + "/watermarks", OF_VERTEX.watermarks(), "stream_v1_watermarks"),
                of("/jars", ClusterDocuments.jars(), "made/jars", "/files")),
            versions("tm", "1.15.4", "2.3.0")
                .map(
                    tm ->
                        of(
                            "/taskmanagers/tm",
                            ClusterDocuments.taskManager(TASK_MANAGER),
                            tm,
                            "/id")),
            Stream.concat(
                    versions("batch_job", "1.15.4", "1.20.4", "2.3.0"),
                    Stream.of("fail_job", "stream_job", "stream_job_final"))
                .map(sample -> of(job, JobDocuments.details(JOB), sample, "/jid")),
            versions("batch_config", "1.15.4", "1.20.4", "2.3.0")
                .map(
                    sample ->
                        of(job + "/config", JobDocuments.config(JOB), sample, "/jid")
                            .with(details, "/execution-config/execution-mode")),
            Stream.concat(
                    versions("fail_exceptions", "1.15.4", "1.20.4", "2.3.0"),
                    Stream.of("stream_exceptions"))
                .map(
                    sample ->
                        of(
                            job + "/exceptions",
                            JobDocuments.exceptions(JOB),
                            sample,
                            "/exceptionHistory")),
            versions("batch_v0", "2.3.0", "1.20.4", "1.15.4")
                .map(
                    sample ->
                        of(vertex, OF_VERTEX.details(), sample, "/subtasks")
                            .with(
                                Map.of(vertex + "/taskmanagers", "1.15.4/batch_v0_taskmanagers"))),
            versions("batch_v0_subtasktimes", "1.15.4", "2.3.0")
                .map(
                    sample ->
                        of(
                            vertex + "/subtasktimes",
                            OF_VERTEX.subtaskTimes(),
                            sample,
                            "/subtasks")),
            versions("batch_v0_taskmanagers", "1.15.4", "2.3.0")
                .map(
                    sample ->
                        of(
                            vertex + "/taskmanagers",
                            OF_VERTEX.taskManagers(),
                            sample,
                            "/taskmanagers")),
            Stream.of(
                of(
                    vertex + "/accumulators",
                    OF_VERTEX.accumulators(),
                    "batch_v0_accumulators",
                    "/user-accumulators"),
                of(
                    vertex + "/subtasks/accumulators",
                    OF_VERTEX.subtaskAccumulators(),
                    "batch_v0_subtasks_accumulators",
                    "/subtasks"),
                of(
                    vertex + "/subtasks/0",
                    OF_VERTEX.subtask(SUBTASK),
                    "batch_v0_subtasks_0",
                    "/subtask"),
                of(
                    vertex + "/subtasks/0/attempts/0/accumulators",
                    OF_VERTEX.attemptAccumulators(SUBTASK, ATTEMPT),
                    "batch_v0_subtasks_0_attempts_0_accumulators",
                    "/subtask",
                    "/user-accumulators"),
                of(
                    job + "/accumulators",
                    JobDocuments.accumulators(JOB),
                    "batch_accumulators",
                    "/user-task-accumulators"),
                of(
                    job + "/checkpoints/details/1",
                    CheckpointDocuments.details(JOB, CHECKPOINT),
                    "stream_cpdetails",
                    "/id"),
                of(
                    job + "/checkpoints/details/1/subtasks/" + VERTEX,
                    CheckpointDocuments.subtasks(JOB, CHECKPOINT, VERTEX),
                    "stream_cpdetails_subtasks",
                    "/subtasks"),
                of(
                    job + "/checkpoints/config",
                    CheckpointDocuments.config(JOB),
                    "stream_checkpoints_config",
                    "/mode")),
            Stream.of(
                    "1.15.4/stream_checkpoints",
                    "stream_checkpoints",
                    "stream_checkpoints_after_sp",
                    "1.15.4/batch_checkpoints")
                .map(
                    sample ->
                        of(
                                job + "/checkpoints",
                                CheckpointDocuments.overview(JOB),
                                sample,
                                "/history")
                            .with(
                                Map.of(
                                    job + "/checkpoints/config",
                                    "2.3.0/stream_checkpoints_config"))))
        .flatMap(some -> some);
  }

  private static Stream<String> versions(String sample, String... versions) {
    return Stream.of(versions).map(version -> version + "/" + sample);
  }

  private static RecordedDocument of(
      String target, Document<?> document, String sample, String... mustBeThere) {
    return new RecordedDocument(
        target,
        document,
        Map.of(document.key(), sample),
        document.key(),
        any -> any,
        List.of(),
        List.of(mustBeThere));
  }

  private RecordedDocument with(Map<String, String> more, String... adding) {
    Map<String, String> all = new HashMap<>(samples);
    all.putAll(more);
    return new RecordedDocument(target, document, all, odd, view, List.of(adding), mustBeThere);
  }

  private RecordedDocument by(String key, List<String> itsMustBeThere) {
    return new RecordedDocument(target, document, samples, key, view, adds, itsMustBeThere);
  }

  private RecordedDocument shownAs(UnaryOperator<Object> form) {
    return new RecordedDocument(target, document, samples, odd, form, adds, mustBeThere);
  }

  /** Whether the odd answer only adds to what another one has said. */
  boolean isFurther() {
    return !odd.equals(document.key());
  }

  /** The odd answer as it was. */
  JsonNode recorded() {
    try {
      return JSON.readTree(Samples.bytes(samples.get(odd)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is shown where Flink answers so. */
  Object read(String json) {
    Map<String, byte[]> answers = new HashMap<>();
    samples.forEach((key, recorded) -> answers.put(key, Samples.bytes(recorded)));
    answers.put(odd, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return view.apply(document.read(new Samples(answers)).join().value());
  }

  @Override
  public String toString() {
    String by = target + " by " + samples.get(document.key());
    String whole = isFurther() ? by + " and " + odd + " by " + samples.get(odd) : by;
    return whole.replaceAll("[0-9a-f]{32}", "*");
  }
}
