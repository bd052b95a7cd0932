// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.json.FlinkJson;
import dev.weir.flink.responses.AttemptAccumulatorsResponse;
import dev.weir.flink.responses.SubtaskAccumulatorsResponse;
import dev.weir.flink.responses.SubtaskResponse;
import dev.weir.flink.responses.SubtaskTimesResponse;
import dev.weir.flink.responses.VertexAccumulatorsResponse;
import dev.weir.flink.responses.VertexHalves;
import dev.weir.flink.responses.VertexResponse;
import dev.weir.flink.responses.VertexTaskManagersResponse;
import dev.weir.model.Metric;
import dev.weir.model.ProblemKind;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.AttemptAccumulators;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.BackPressure;
import dev.weir.model.vertex.SubtaskAttempt;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.SubtaskTimes;
import dev.weir.model.vertex.VertexAccumulators;
import dev.weir.model.vertex.VertexDetails;
import dev.weir.model.vertex.VertexId;
import dev.weir.model.vertex.VertexSubtaskAccumulators;
import dev.weir.model.vertex.VertexSummary;
import dev.weir.model.vertex.VertexTaskManagers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The documents of one vertex of a job. */
public final class VertexDocuments {
  private final JobId job;
  private final VertexId vertex;
  private final String path;

  private VertexDocuments(JobId job, VertexId vertex) {
    this.job = job;
    this.vertex = vertex;
    this.path = JobDocuments.path(job) + "/vertices/" + vertex;
  }

  /** The documents of that vertex. */
  public static VertexDocuments of(JobId job, VertexId vertex) {
    return new VertexDocuments(job, vertex);
  }

  /** The vertex with the current attempt of each subtask. */
  public Document<VertexDetails> details() {
    return new DetailsDocument(this);
  }

  /** When each subtask entered each state. */
  public Document<SubtaskTimes> subtaskTimes() {
    return new FlinkDocument<>(
        path + "/subtasktimes", SubtaskTimesResponse.class, answer -> answer.toModel(vertex));
  }

  /** The subtasks by TaskManager. */
  public Document<VertexTaskManagers> taskManagers() {
    return new FlinkDocument<>(
        path + "/taskmanagers", VertexTaskManagersResponse.class, answer -> answer.toModel(vertex));
  }

  /** The accumulators, aggregated over subtasks. */
  public Document<VertexAccumulators> accumulators() {
    return new FlinkDocument<>(
        path + "/accumulators", VertexAccumulatorsResponse.class, answer -> answer.toModel(vertex));
  }

  /** The accumulators by subtask. */
  public Document<VertexSubtaskAccumulators> subtaskAccumulators() {
    return new FlinkDocument<>(
        path + "/subtasks/accumulators",
        SubtaskAccumulatorsResponse.class,
        answer -> answer.toModel(vertex));
  }

  /** The back pressure; not measured after the end of the vertex. */
  public Document<BackPressure> backPressure() {
    return new BackPressureDocument(this);
  }

  /** The metrics, each prefixed with the subtask's index; empty after the end of the job. */
  public Document<List<Metric>> metrics(MetricNames names) {
    return ClusterDocuments.metrics(path + "/metrics", names, this::exists);
  }

  /**
   * The watermark of each subtask, such as {@code 0.currentInputWatermark}, in milliseconds since
   * 1970; none for a vertex without input, and once the job has ended.
   */
  public Document<List<Metric>> watermarks() {
    return new FlinkDocument<>(
        path + "/watermarks", Metric[].class, watermarks -> List.of(watermarks));
  }

  /** The current attempt of one subtask. */
  public Document<SubtaskAttempt> subtask(SubtaskIndex subtask) {
    return new FlinkDocument<>(
        path + "/subtasks/" + subtask, SubtaskResponse.class, SubtaskResponse::toModel);
  }

  /** One attempt of one subtask. */
  public Document<SubtaskAttempt> attempt(SubtaskIndex subtask, AttemptNumber attempt) {
    return new FlinkDocument<>(
        attemptPath(subtask, attempt), SubtaskResponse.class, SubtaskResponse::toModel);
  }

  /** Accumulators of one attempt of one subtask. */
  public Document<AttemptAccumulators> attemptAccumulators(
      SubtaskIndex subtask, AttemptNumber attempt) {
    return new FlinkDocument<>(
        attemptPath(subtask, attempt) + "/accumulators",
        AttemptAccumulatorsResponse.class,
        AttemptAccumulatorsResponse::toModel);
  }

  private CompletableFuture<Reading<VertexSummary>> exists(Document.Source source) {
    return source.read(JobDocuments.details(job)).thenApply(details -> details.map(this::in));
  }

  private Optional<VertexSummary> find(JobDetails details) {
    return details.vertices().stream().filter(one -> one.id().equals(vertex)).findFirst();
  }

  private VertexSummary in(JobDetails details) {
    return find(details)
        .orElseThrow(
            () ->
                new ClusterException(
                    Reason.NOT_FOUND,
                    ProblemKind.UNKNOWN_VERTEX,
                    "Job " + job + " has no vertex " + vertex + "."));
  }

  private String attemptPath(SubtaskIndex subtask, AttemptNumber attempt) {
    return path + "/subtasks/" + subtask + "/attempts/" + attempt;
  }

  /** Before 1.19 Flink tells ports by task manager alone. */
  private record DetailsDocument(VertexDocuments vertex) implements Document<VertexDetails> {
    @Override
    public String key() {
      return vertex.path;
    }

    @Override
    public CompletableFuture<Reading<VertexDetails>> read(Source source) {
      return source
          .get(key(), VertexHalves.READER)
          .thenCompose(
              reading ->
                  endpoints(source, reading.value())
                      .thenApply(by -> reading.map(details -> details.toModel(vertex.vertex, by))));
    }

    private CompletableFuture<Map<String, String>> endpoints(
        Source source, VertexResponse details) {
      return details.lacksPorts()
          ? Further.answer(
                  source.get(
                      vertex.path + "/taskmanagers",
                      FlinkJson.reader(VertexTaskManagersResponse.class)),
                  "the task managers of a vertex")
              .thenApply(shares -> shares.map(each -> each.value().endpoints()).orElse(Map.of()))
          : CompletableFuture.completedFuture(Map.of());
    }
  }

  /**
   * Flink computes back pressure from the metrics that it has last seen, which for a while it has
   * of vertices that have ended too; with none for any subtask it fails.
   */
  private record BackPressureDocument(VertexDocuments vertex) implements Document<BackPressure> {
    @Override
    public String key() {
      return vertex.path + "/backpressure";
    }

    @Override
    public CompletableFuture<Reading<BackPressure>> read(Source source) {
      return source
          .get(key(), FlinkJson.reader(BackPressure.class))
          .exceptionallyCompose(
              thrown ->
                  ClusterException.saysNotFound(thrown)
                      ? vertex
                          .exists(source)
                          .thenApply(there -> new Reading<>(BackPressure.NONE, there.takenAt(), 0))
                      : CompletableFuture.failedFuture(thrown))
          .thenCombine(
              Further.answer(
                  source.read(JobDocuments.details(vertex.job)), "the job of a back pressure"),
              (measured, job) -> measured.map(own -> ofVertex(own, job.map(Reading::value))));
    }

    /** That nothing is measured is said of vertices that there are not too. */
    private BackPressure ofVertex(BackPressure own, Optional<JobDetails> job) {
      boolean measured = own.subtasks() != null;
      return job.isEmpty()
              || (measured && vertex.find(job.get()).isEmpty())
              || !vertex.in(job.get()).status().ended()
          ? own
          : BackPressure.NONE;
    }
  }
}
