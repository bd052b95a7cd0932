// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarPlan;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One cluster, as the monitor needs it: its documents, whether it answers, and changes.
 *
 * <p>All futures fail with a {@link ClusterException}. Changes are sent once. No method waits.
 */
public interface ClusterSource extends Document.Source, AutoCloseable {
  /** The addresses of the cluster's JobManagers; empty while unknown. */
  List<URI> addresses();

  /** The JobManager that answered last; empty if none has. */
  Optional<URI> answering();

  /** Runs a task whenever the cluster's addresses change. */
  void onMove(Runnable moved);

  /** Whether the cluster answers. */
  ContactState contact();

  /** Reads an answer to find out whether the cluster answers; always sent. */
  <R> CompletableFuture<Reading<R>> probe(String path, BodyReader<R> reader);

  /** Opens a text file of the cluster, such as a log. The caller closes it. */
  CompletableFuture<TextFile> open(String path);

  /**
   * Asks for a job to be cancelled.
   *
   * @return completes when the request is accepted; the job may take its time to end
   */
  CompletableFuture<Void> cancel(JobId job);

  /**
   * Starts a savepoint; the job is cancelled after it.
   *
   * @return Flink's id of the operation
   */
  CompletableFuture<String> cancelWithSavepoint(JobId job, SavepointOptions options);

  /**
   * Starts to stop a job with a savepoint.
   *
   * @return Flink's id of the operation
   */
  CompletableFuture<String> stop(JobId job, SavepointOptions options);

  /** Sends a change in the words of Flink's own API. */
  CompletableFuture<FlinkAnswer> send(FlinkRequest request);

  /** The progress of a savepoint. */
  CompletableFuture<SavepointOperation> savepoint(JobId job, String operation);

  /** The state of a job now; cheap, and never from a cache. */
  CompletableFuture<JobState> status(JobId job);

  /**
   * Uploads a jar.
   *
   * @param file the content
   * @param name a plain file name
   * @return the cluster's id of the jar
   */
  CompletableFuture<JarId> upload(Path file, String name);

  /** Runs a jar's main method on the cluster, which submits the job. */
  CompletableFuture<JobId> run(JarId jar, JarOptions program);

  /** Runs a jar's main method on the cluster as far as its plan. */
  CompletableFuture<JarPlan> plan(JarId jar, JarOptions program);

  /** Deletes a jar. */
  CompletableFuture<Void> delete(JarId jar);

  /** Stops following the cluster's addresses; requests under way go on. */
  @Override
  void close();
}
