package dev.weir.flink;

import dev.weir.model.Checkpoint;
import dev.weir.model.CheckpointConfig;
import dev.weir.model.CheckpointId;
import dev.weir.model.CheckpointOverview;
import dev.weir.model.CheckpointSubtasks;
import dev.weir.model.Externalization;
import dev.weir.model.JobId;
import dev.weir.model.VertexId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What can be read of a job's checkpoints. */
public final class CheckpointDocuments {
  private CheckpointDocuments() {}

  private static String path(JobId job) {
    return JobDocuments.path(job) + "/checkpoints";
  }

  /** All of them in short; {@link CheckpointOverview#NONE} for a job that makes none. */
  public static Document<CheckpointOverview> overview(JobId job) {
    return new IfThereIsTheJob<>(
        job,
        new FlinkDocument<>(path(job), CheckpointsResponse.class, CheckpointsResponse::toModel),
        CheckpointOverview.NONE);
  }

  /** How the job makes them; {@link CheckpointConfig#NONE} for a job that makes none. */
  public static Document<CheckpointConfig> config(JobId job) {
    return new IfThereIsTheJob<>(
        job,
        new FlinkDocument<>(
            path(job) + "/config", CheckpointConfig.class, CheckpointDocuments::asIn13),
        CheckpointConfig.NONE);
  }

  /** One of them with each vertex's part. */
  public static Document<Checkpoint> details(JobId job, CheckpointId checkpoint) {
    return new FlinkDocument<>(
        path(job) + "/details/" + checkpoint, Checkpoint.class, Function.identity());
  }

  /** One vertex's part in one of them, by subtask. */
  public static Document<CheckpointSubtasks> subtasks(
      JobId job, CheckpointId checkpoint, VertexId vertex) {
    return new FlinkDocument<>(
        path(job) + "/details/" + checkpoint + "/subtasks/" + vertex,
        CheckpointSubtasks.class,
        Function.identity());
  }

  /** Whether they go with the job is said only where they might stay. */
  private static CheckpointConfig asIn13(CheckpointConfig config) {
    Externalization stays = config.externalization();
    return stays == null || stays.enabled()
        ? config
        : new CheckpointConfig(
            config.mode(),
            config.interval(),
            config.timeout(),
            config.minPause(),
            config.maxConcurrent(),
            new Externalization(false, null));
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
