// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.Reading;
import dev.weir.flink.TextFile;
import dev.weir.flink.documents.DocumentKeys;
import dev.weir.flink.documents.RawDocument;
import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.flink.raw.FlinkRequest.Body;
import dev.weir.flink.raw.RawJson;
import dev.weir.model.jar.JarId;
import dev.weir.model.job.JobId;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.monitor.jars.Jars;
import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.monitor.snapshots.SnapshotStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One cluster in the words of Flink's own API. Paths are those of that API, with their query,
 * encoded.
 *
 * <p>All futures fail with a {@link ClusterException}, which quotes Flink's error if there is one.
 * Changes are sent once.
 */
public final class FlinkApi {
  private static final int ACCEPTED = 202;

  private final ClusterSource flink;
  private final SnapshotStore snapshots;
  private final Jars jars;
  private final SavepointDirectories savepointDirectories;
  private final Consumer<JobId> changed;
  private final Executor files;
  private final LiveReads live;

  /**
   * The API of a cluster.
   *
   * @param changed is told of each job that may have changed
   * @param files runs work that blocks on the disk
   */
  FlinkApi(
      ClusterSource flink,
      SnapshotStore snapshots,
      Jars jars,
      SavepointDirectories savepointDirectories,
      Consumer<JobId> changed,
      Executor files) {
    this.flink = flink;
    this.snapshots = snapshots;
    this.jars = jars;
    this.savepointDirectories = savepointDirectories;
    this.changed = changed;
    this.files = files;
    this.live = new LiveReads(path -> new RawDocument(path).read(flink).thenApply(Reading::value));
  }

  /** The latest snapshot of a document. */
  public CompletableFuture<Snapshot<RawJson>> read(String path) {
    return snapshots.snapshot(new RawDocument(path));
  }

  /** A document as it is after the call. */
  public CompletableFuture<RawJson> readLive(String path) {
    return live.read(path);
  }

  /** Opens a file. The caller closes it. */
  public CompletableFuture<TextFile> open(String path) {
    return flink.open(path);
  }

  /**
   * Sends a change.
   *
   * @param job the job that may change; null for none in particular
   */
  public CompletableFuture<FlinkAnswer> send(FlinkRequest request, @Nullable JobId job) {
    return flink.send(request).whenComplete((answer, thrown) -> mayHaveChanged(job));
  }

  /**
   * Cancels a job. Flink's own change by GET would not do: HTTP clients repeat a GET that broke.
   */
  public CompletableFuture<FlinkAnswer> cancel(JobId job) {
    return flink
        .cancel(job)
        .thenApply(done -> new FlinkAnswer(ACCEPTED, new RawJson("{}".getBytes(UTF_8))))
        .whenComplete((answer, thrown) -> mayHaveChanged(job));
  }

  /** Sends a message to a running job, which no document shows. */
  public CompletableFuture<FlinkAnswer> message(FlinkRequest message) {
    return flink.send(message);
  }

  /**
   * Sends a request about a jar; uploads the jar first if the leading JobManager lacks it.
   *
   * @param request made for the id that the JobManager has for the jar
   */
  public CompletableFuture<FlinkAnswer> sendWith(JarId jar, Function<JarId, FlinkRequest> request) {
    return jars.with(jar, id -> flink.send(request.apply(id)))
        .whenComplete((answer, thrown) -> mayHaveChanged(null));
  }

  /**
   * Submits a job as Flink's client does. Blocks until the whole body is on disk here; nothing is
   * sent before that.
   *
   * @param uploads receives the body
   * @param contentType of the body, a form
   * @throws ClusterException {@code TOO_LARGE} if the body is larger than an upload may be
   * @throws IOException if the body or the disk cannot be read
   */
  public CompletableFuture<FlinkAnswer> submit(
      JarUploads uploads, String contentType, InputStream body) throws IOException {
    Path file = uploads.receive(body);
    return flink
        .send(new FlinkRequest("POST", "/jobs", new Body.InFile(file, contentType), true))
        .whenCompleteAsync((answer, thrown) -> delete(file), files)
        .whenComplete((answer, thrown) -> mayHaveChanged(null));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rejects a directory that is not allowed for savepoints.
   *
   * @param directory null for the cluster's default, which is always allowed
   * @throws ClusterException {@code INVALID} if not allowed
   */
  public void requireSavepointDirectory(@Nullable String directory) {
    savepointDirectories.require(directory);
  }

  private void mayHaveChanged(@Nullable JobId job) {
    if (job == null) {
      snapshots.forget(DocumentKeys::countsJobs);
    } else {
      changed.accept(job);
    }
  }
}
