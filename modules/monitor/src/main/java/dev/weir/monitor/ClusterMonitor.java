// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.ContactState;
import dev.weir.flink.Document;
import dev.weir.flink.JarOptions;
import dev.weir.flink.LogFile;
import dev.weir.flink.Reading;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.TextFile;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.DocumentKeys;
import dev.weir.model.cluster.ClusterConfig;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.clusters.ClusterError;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.clusters.ClusterState;
import dev.weir.model.clusters.ClusterStatus;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarList;
import dev.weir.model.jar.JarPlan;
import dev.weir.model.jar.JarRun;
import dev.weir.model.jar.JarUpload;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointProgress;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.monitor.jars.JarStore;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.monitor.jars.Jars;
import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.monitor.savepoints.Savepoints;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.monitor.snapshots.SnapshotListeners;
import dev.weir.monitor.snapshots.SnapshotStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One cluster: its snapshots and the changes of it.
 *
 * <p>Reads come from snapshots. A change is sent once, and removes the snapshots that it makes
 * stale. All futures fail with a {@link ClusterException}.
 */
public final class ClusterMonitor implements AutoCloseable {
  private final ClusterName name;
  private final ClusterSource flink;
  private final InstantSource clock;
  private final SnapshotStore snapshots;
  private final Heartbeat heartbeat;
  private final Jars programs;
  private final Savepoints savepoints;
  private final SavepointDirectories savepointDirectories;
  private final FlinkApi api;
  private final Duration refreshInterval;
  private volatile boolean intervalKnown;

  /**
   * A monitor that sends nothing before {@link #start} or the first read.
   *
   * @param flink the cluster; closed with this
   * @param programs keeps copies of uploaded jars
   * @param listeners are told of each new snapshot
   * @param executor runs continuations of answers
   * @param files runs work that blocks on the disk
   */
  public ClusterMonitor(
      ClusterName name,
      ClusterSource flink,
      MonitorOptions options,
      JarStore programs,
      SnapshotListeners listeners,
      Executor executor,
      Executor files,
      InstantSource clock) {
    this.name = name;
    this.flink = flink;
    this.clock = clock;
    this.refreshInterval = options.snapshots().refreshInterval();
    this.snapshots =
        new SnapshotStore(name, flink, options.snapshots(), listeners, executor, clock);
    this.heartbeat =
        new Heartbeat(name, flink, options.probeInterval(), this::heard, executor, clock);
    this.programs = new Jars(flink, programs, files);
    this.savepoints =
        new Savepoints(
            flink,
            options.savepointsRemembered(),
            options.snapshots().maxUnreachable(),
            executor,
            clock,
            this::changed);
    this.savepointDirectories = options.savepointDirectories();
    this.api =
        new FlinkApi(flink, snapshots, this.programs, savepointDirectories, this::changed, files);
  }

  private void heard(Reading<ClusterOverview> overview) {
    snapshots.put(ClusterDocuments.overview(), overview);
    if (!intervalKnown) {
      var unused = config();
    }
  }

  /**
   * Flink's web configuration. Its refresh interval is at least Weir's own, so that clients do not
   * poll more often than the cluster is asked.
   */
  public CompletableFuture<Snapshot<ClusterConfig>> config() {
    return read(ClusterDocuments.config())
        .thenApply(
            config -> {
              snapshots.keptByFlink(Duration.ofMillis(config.value().refreshInterval()));
              intervalKnown = true;
              return config.view("polled", told -> told.atLeast(refreshInterval.toMillis()));
            });
  }

  /** Begins to probe the cluster from time to time. */
  public void start() {
    heartbeat.start();
  }

  /** The name in the configuration. */
  public ClusterName name() {
    return name;
  }

  /** The status, from the last known overview after the patience. */
  CompletableFuture<ClusterStatus> status(boolean isDefault, Duration patience) {
    return readWithin(patience, ClusterDocuments.overview())
        .<@Nullable Snapshot<ClusterOverview>>thenApply(Function.identity())
        .exceptionally(unknown -> null)
        .thenApply(overview -> status(isDefault, overview));
  }

  private ClusterStatus status(boolean isDefault, @Nullable Snapshot<ClusterOverview> overview) {
    ContactState contact = flink.contact();
    Instant answered = contact.answered();
    Instant failed = contact.failed();
    ClusterException failure = contact.failure();
    return new ClusterStatus(
        name,
        isDefault,
        state(contact),
        flink.addresses(),
        flink.answering().orElse(null),
        answered == null ? null : answered.toEpochMilli(),
        failed == null || failure == null
            ? null
            : new ClusterError(failed.toEpochMilli(), failure.explanation()),
        overview == null ? null : overview.value(),
        overview == null ? null : overview.takenAt().toEpochMilli());
  }

  private static ClusterState state(ContactState contact) {
    ClusterException failure = contact.failure();
    if (contact.lost() && failure != null) {
      return failure.reason() == Reason.UNEXPECTED_ANSWER
          ? ClusterState.UNKNOWN
          : ClusterState.UNHEALTHY;
    }
    return contact.answered() == null ? ClusterState.PENDING : ClusterState.HEALTHY;
  }

  /** The cluster in the words of Flink's own API. */
  public FlinkApi api() {
    return api;
  }

  /** The latest snapshot of a document. */
  public <T> CompletableFuture<Snapshot<T>> read(Document<T> document) {
    return snapshots.snapshot(document);
  }

  /**
   * The latest snapshot, or after so long the last one that is known, marked; fails if there is
   * none.
   */
  <T> CompletableFuture<Snapshot<T>> readWithin(Duration patience, Document<T> document) {
    return read(document)
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            thrown ->
                ClusterException.unwrap(thrown) instanceof TimeoutException
                    ? lastKnown(document, patience)
                    : CompletableFuture.failedFuture(thrown));
  }

  private <T> CompletableFuture<Snapshot<T>> lastKnown(Document<T> document, Duration patience) {
    ClusterException late =
        new ClusterException(
            Reason.NO_ANSWER,
            "The cluster has not answered within " + patience.toMillis() + " ms.");
    return snapshots
        .lastKnown(document)
        .map(known -> CompletableFuture.completedFuture(known.unreachable(clock.instant(), late)))
        .orElseGet(() -> CompletableFuture.failedFuture(late));
  }

  /** The jars that can be run: those of the leading JobManager, and those kept here. */
  public CompletableFuture<Snapshot<JarList>> jars() {
    return read(ClusterDocuments.jars()).thenApply(jars -> jars.map(programs::merged));
  }

  /** Opens the job manager's log or output; empty where it keeps none. The caller closes it. */
  public CompletableFuture<Optional<TextFile>> jobManagerFile(LogFile file) {
    return open(ClusterDocuments.jobManagerFile(file));
  }

  /** Opens a task manager's log or output; empty where it keeps none. The caller closes it. */
  public CompletableFuture<Optional<TextFile>> taskManagerFile(TaskManagerId id, LogFile file) {
    // Whether there is such a task manager is asked first: Flink does not tell the two apart.
    return read(ClusterDocuments.taskManager(id))
        .thenCompose(known -> open(ClusterDocuments.taskManagerFile(id, file)));
  }

  private CompletableFuture<Optional<TextFile>> open(String path) {
    return flink
        .open(path)
        .thenApply(Optional::of)
        .exceptionallyCompose(
            thrown ->
                ClusterException.saysNotFound(thrown)
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(thrown));
  }

  /** Cancels a job; completes when the cluster has accepted, not when the job has ended. */
  public CompletableFuture<Void> cancel(JobId job) {
    return flink.cancel(job).whenComplete((done, thrown) -> changed(job));
  }

  /**
   * Stops a job with a savepoint; completes when the cluster has accepted.
   *
   * @throws ClusterException {@code INVALID} if the directory is not allowed
   */
  public CompletableFuture<Void> stop(JobId job, SavepointOptions options) {
    savepointDirectories.require(options.directory());
    return savepoints.stop(job, options);
  }

  /**
   * Cancels a job after a savepoint of it.
   *
   * @return the request id that {@link #savepointProgress} takes
   * @throws ClusterException {@code INVALID} if the directory is not allowed
   */
  public CompletableFuture<SavepointRequestId> cancelWithSavepoint(
      JobId job, SavepointOptions options) {
    savepointDirectories.require(options.directory());
    return savepoints.cancel(job, options);
  }

  /** The progress of a cancel-with-savepoint; empty for an unknown or forgotten request id. */
  public CompletableFuture<Optional<SavepointProgress>> savepointProgress(
      JobId job, SavepointRequestId id) {
    return savepoints.progress(job, id);
  }

  /**
   * Uploads a jar to the cluster. Blocks until the whole jar is on disk here.
   *
   * @param uploads receives the jar
   * @param clientsName a file name, or a path whose last part is taken
   * @throws ClusterException if the jar is refused before the cluster is asked
   * @throws IOException if the content or the disk cannot be read
   */
  public CompletableFuture<JarUpload> upload(
      JarUploads uploads, @Nullable String clientsName, InputStream content) throws IOException {
    return programs
        .upload(uploads, clientsName, content)
        .thenApply(id -> new JarUpload("success", id))
        .whenComplete((done, thrown) -> forgetJars());
  }

  /** Runs a jar: submits the jobs of its main method. */
  public CompletableFuture<JarRun> run(JarId jar, JarOptions options) {
    return programs
        .run(jar, options)
        .thenApply(JarRun::new)
        .whenComplete((run, thrown) -> snapshots.forget(DocumentKeys::countsJobs));
  }

  /** The plan of the job that a run with the same options would submit. */
  public CompletableFuture<JarPlan> plan(JarId jar, JarOptions options) {
    return programs.plan(jar, options);
  }

  /** Deletes a jar, here and on the leading JobManager. */
  public CompletableFuture<Void> delete(JarId jar) {
    return programs.delete(jar).whenComplete((done, thrown) -> forgetJars());
  }

  private void forgetJars() {
    snapshots.forget(ClusterDocuments.jars().key()::equals);
  }

  private void changed(JobId job) {
    snapshots.changed(job);
    snapshots.forget(
        key ->
            DocumentKeys.job(key).filter(job::equals).isPresent() || DocumentKeys.countsJobs(key));
  }

  /** Stops probing and following. The cluster completes what it has accepted. */
  @Override
  public void close() {
    heartbeat.close();
    savepoints.close();
    flink.close();
  }
}
