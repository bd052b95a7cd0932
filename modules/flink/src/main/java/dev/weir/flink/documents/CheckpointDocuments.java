// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.json.FlinkJson;
import dev.weir.flink.responses.CheckpointConfigResponse;
import dev.weir.flink.responses.CheckpointsResponse;
import dev.weir.model.checkpoint.Checkpoint;
import dev.weir.model.checkpoint.CheckpointConfig;
import dev.weir.model.checkpoint.CheckpointCounts;
import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.checkpoint.CheckpointSubtasks;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.VertexId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The documents of a job's checkpoints. */
public final class CheckpointDocuments {
  private CheckpointDocuments() {}

  private static String path(JobId job) {
    return JobDocuments.path(job) + "/checkpoints";
  }

  /** Counts and history; {@link CheckpointOverview#NONE} for a job without checkpointing. */
  public static Document<CheckpointOverview> overview(JobId job) {
    return new IfThereIsTheJob<>(job, new OverviewDocument(path(job)), CheckpointOverview.NONE);
  }

  /** The configuration; {@link CheckpointConfig#NONE} for a job without checkpointing. */
  public static Document<CheckpointConfig> config(JobId job) {
    return new IfThereIsTheJob<>(
        job,
        new FlinkDocument<>(
            configPath(path(job)),
            CheckpointConfigResponse.class,
            CheckpointConfigResponse::toModel),
        CheckpointConfig.NONE);
  }

  /** One checkpoint with its vertices. */
  public static Document<Checkpoint> details(JobId job, CheckpointId checkpoint) {
    return new FlinkDocument<>(
        path(job) + "/details/" + checkpoint, Checkpoint.class, Function.identity());
  }

  /** One vertex of a checkpoint, by subtask. */
  public static Document<CheckpointSubtasks> subtasks(
      JobId job, CheckpointId checkpoint, VertexId vertex) {
    return new FlinkDocument<>(
        path(job) + "/details/" + checkpoint + "/subtasks/" + vertex,
        CheckpointSubtasks.class,
        Function.identity());
  }

  private static String configPath(String checkpoints) {
    return checkpoints + "/config";
  }

  /** Of a job that has made none yet, whether it will make any is asked of its configuration. */
  private record OverviewDocument(String key) implements Document<CheckpointOverview> {
    @Override
    public CompletableFuture<Reading<CheckpointOverview>> read(Source source) {
      return source
          .get(key, FlinkJson.reader(CheckpointsResponse.class))
          .thenApply(reading -> reading.map(CheckpointsResponse::toModel))
          .thenCompose(
              reading ->
                  hasMade(reading.value().counts())
                      ? CompletableFuture.completedFuture(reading)
                      : Further.answer(
                              source.get(
                                  configPath(key),
                                  FlinkJson.reader(CheckpointConfigResponse.class)),
                              "the configuration of checkpoints")
                          .thenApply(
                              config ->
                                  config.filter(read -> read.value().ofABatch()).isPresent()
                                      ? reading.map(none -> CheckpointOverview.NONE)
                                      : reading));
    }

    private static boolean hasMade(@Nullable CheckpointCounts counts) {
      return counts != null && counts.total() > 0;
    }
  }

  /** Flink answers 404 both for an unknown job and for one that makes no checkpoints. */
  private record IfThereIsTheJob<T>(JobId job, Document<T> document, T otherwise)
      implements Document<T> {
    @Override
    public String key() {
      return document.key();
    }

    @Override
    public CompletableFuture<Reading<T>> read(Source source) {
      return document
          .read(source)
          .exceptionallyCompose(
              thrown ->
                  ClusterException.saysNotFound(thrown)
                      ? source
                          .read(JobDocuments.details(job))
                          .thenApply(reading -> reading.map(details -> otherwise))
                      : CompletableFuture.failedFuture(thrown));
    }
  }
}
