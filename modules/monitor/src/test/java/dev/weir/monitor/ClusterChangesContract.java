// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.JarOptions;
import dev.weir.flink.NoSuchJarException;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.model.jar.JarFile;
import dev.weir.model.jar.JarId;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a {@link ClusterSource} promises about changes of a cluster that runs. */
@Timeout(180)
abstract class ClusterChangesContract {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final JobId NO_JOB = new JobId("f".repeat(32));
  private static final JarId NO_JAR = new JarId("00000000-0000-0000-0000-000000000000_none.jar");
  private static final String OPERATION = "0123456789abcdef0123456789abcdef";
  private static final JarOptions STREAM =
      new JarOptions(List.of(), "dev.weir.examples.CheckpointedStream", 1, null, false);

  abstract ClusterSource source();

  /** A jar with an endless streaming job. */
  abstract Path jar();

  /** Called when savepoints are under way that may come to their end. */
  abstract void savepointsMayEnd();

  private static void assertNotFound(CompletableFuture<?> future) {
    assertThatThrownBy(future::join)
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  private static void assertNoSuchJar(CompletableFuture<?> future) {
    assertThatThrownBy(future::join).cause().isInstanceOf(NoSuchJarException.class);
  }

  private List<JarId> listed() {
    return ClusterDocuments.jars().read(source()).join().value().files().stream()
        .map(JarFile::id)
        .toList();
  }

  private JobId running() {
    JobId job = source().run(source().upload(jar(), "stream.jar").join(), STREAM).join();
    await().atMost(DEADLINE).until(() -> isRunning(job));
    return job;
  }

  /** Whether savepoints of the job can be made. */
  abstract boolean isRunning(JobId job);

  private void awaitState(JobId job, JobState state) {
    await().atMost(DEADLINE).until(() -> source().status(job).join() == state);
  }

  private SavepointOperation ended(JobId job, String operation) {
    Callable<SavepointOperation> progress = () -> source().savepoint(job, operation).join();
    return await()
        .atMost(DEADLINE)
        .until(progress, one -> !(one instanceof SavepointOperation.InProgress));
  }

  private void awaitCompleted(JobId job, String operation) {
    savepointsMayEnd();
    assertThat(ended(job, operation))
        .isInstanceOfSatisfying(
            SavepointOperation.Completed.class, done -> assertThat(done.location()).isNotBlank());
  }

  @Test
  void aJarIsUploadedPlannedAndDeleted() {
    JarId jar = source().upload(jar(), "a b.jar").join();

    assertThat(jar.value()).endsWith("_a b.jar");
    assertThat(listed()).contains(jar);
    assertThat(source().plan(jar, STREAM).join().plan()).isNotNull();
    source().delete(jar).join();
    assertThat(listed()).doesNotContain(jar);
  }

  @Test
  void aJarThatIsNotThereIsToldByType() {
    assertNoSuchJar(source().run(NO_JAR, STREAM));
    assertNoSuchJar(source().plan(NO_JAR, STREAM));
    assertNoSuchJar(source().delete(NO_JAR));
  }

  @Test
  void aJobThatIsNotThereIsNotFound() {
    assertNotFound(source().status(NO_JOB));
    assertNotFound(source().cancel(NO_JOB));
    assertNotFound(source().savepoint(NO_JOB, OPERATION));
  }

  @Test
  void aSavepointOfAJobThatIsNotThereIsTakenAndFails() {
    for (String operation :
        List.of(
            source().stop(NO_JOB, SavepointOptions.DEFAULT).join(),
            source().cancelWithSavepoint(NO_JOB, SavepointOptions.DEFAULT).join())) {
      assertThat(ended(NO_JOB, operation)).isInstanceOf(SavepointOperation.Failed.class);
    }
  }

  @Test
  void aJobIsCancelledAndMayBeAgain() {
    JobId job = running();

    source().cancel(job).join();

    awaitState(job, JobState.CANCELED);
    source().cancel(job).join();
  }

  @Test
  void aChangeInFlinksWordsIsAnsweredInFlinksWords() {
    JobId job = running();

    FlinkAnswer answer = source().send(cancelling(job)).join();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().bytes()).asString().isEqualTo("{}");
    awaitState(job, JobState.CANCELED);
    assertThatThrownBy(() -> source().send(cancelling(NO_JOB)).join())
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown ->
                assertThat(thrown.quoted())
                    .hasValueSatisfying(
                        error -> {
                          assertThat(error.status()).isEqualTo(404);
                          assertThat(error.text()).contains(NO_JOB.value());
                        }));
  }

  private static FlinkRequest cancelling(JobId job) {
    return new FlinkRequest(
        "PATCH", "/jobs/" + job + "?mode=cancel", new FlinkRequest.Body.None(), false);
  }

  @Test
  void aJobIsCancelledOnceWithASavepointUnderTheGivenId() {
    JobId job = running();
    assertNotFound(source().savepoint(job, OPERATION));

    SavepointOptions options = SavepointOptions.DEFAULT.as(OPERATION);
    assertThat(source().cancelWithSavepoint(job, options).join()).isEqualTo(OPERATION);
    assertThat(source().cancelWithSavepoint(job, options).join()).isEqualTo(OPERATION);

    awaitCompleted(job, OPERATION);
    awaitState(job, JobState.CANCELED);
  }

  @Test
  void aJobIsStoppedWithASavepoint() {
    JobId job = running();

    awaitCompleted(job, source().stop(job, SavepointOptions.DEFAULT).join());

    awaitState(job, JobState.FINISHED);
    assertThatThrownBy(source().cancel(job)::join)
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.CONFLICT));
  }
}
