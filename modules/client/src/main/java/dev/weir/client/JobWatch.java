// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import dev.weir.client.api.JobControlApi;
import dev.weir.client.api.JobsApi;
import dev.weir.client.model.JobDetails;
import dev.weir.client.model.SavepointProgress;
import dev.weir.client.model.SavepointProgress.StatusEnum;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Waits for what takes its time: the end of a job, and a cancel-with-savepoint.
 *
 * <p>A cluster that cannot be asked just now (502, 503, 504) is asked again. Every wait has a
 * deadline and can be interrupted.
 */
public final class JobWatch {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final JobsApi jobs;
  private final JobControlApi control;
  private final Polling polling;

  /** Asks once a second. */
  public JobWatch(ApiClient client) {
    this(client, PAUSE);
  }

  /**
   * Asks with that pause in between. A server answers from snapshots, so that asking more often
   * than it refreshes them (3 s unless set otherwise) tells little more.
   */
  public JobWatch(ApiClient client, Duration pause) {
    this.jobs = new JobsApi(client);
    this.control = new JobControlApi(client);
    this.polling = new Polling(pause);
  }

  /**
   * Waits until a job has ended, in whatever way.
   *
   * @param jobId the job
   * @param deadline how long it may take
   * @param progress told what each question was answered, the last one too
   * @return the job at its end; its state says how it ended
   * @throws ApiException if the server refuses to say, such as 404 for a job that there is not
   * @throws TimeoutException if it has not ended by then; its cause says so where the cluster could
   *     not be asked
   * @throws InterruptedException if the thread is interrupted; nothing is done to the job
   */
  public JobDetails awaitEnd(String jobId, Duration deadline, Consumer<JobDetails> progress)
      throws ApiException, TimeoutException, InterruptedException {
    return polling.until(
        () -> {
          JobDetails job = jobs.getJob(jobId);
          progress.accept(job);
          return job;
        },
        job -> job.getEndTime() >= 0,
        deadline);
  }

  /**
   * Cancels a job once a savepoint in the cluster's default directory is complete, and waits for
   * that.
   *
   * @param jobId the job
   * @param deadline how long it may take; after it the cancel goes on nevertheless
   * @param progress told what each question was answered
   * @return where the savepoint is
   * @throws SavepointFailedException if the savepoint failed; the job then goes on
   * @throws ApiException if the server refuses it, such as 409 for a job that has ended
   * @throws TimeoutException if it is still under way by then
   * @throws InterruptedException if the thread is interrupted; the cancel goes on nevertheless
   */
  public String cancelWithSavepoint(
      String jobId, Duration deadline, Consumer<SavepointProgress> progress)
      throws ApiException, TimeoutException, InterruptedException {
    return follow(
        jobId, control.cancelJobWithSavepoint(jobId, null, null, null), deadline, progress);
  }

  /** The same with a savepoint in that directory: a path or a URI that the cluster can write to. */
  public String cancelWithSavepointInto(
      String directory, String jobId, Duration deadline, Consumer<SavepointProgress> progress)
      throws ApiException, TimeoutException, InterruptedException {
    return follow(
        jobId,
        control.cancelJobWithSavepointInto(jobId, directory, null, null, null),
        deadline,
        progress);
  }

  private String follow(
      String jobId,
      SavepointProgress accepted,
      Duration deadline,
      Consumer<SavepointProgress> progress)
      throws ApiException, TimeoutException, InterruptedException {
    progress.accept(accepted);
    return polling
        .until(
            () -> {
              SavepointProgress now = progressOf(jobId, accepted.getRequestId());
              progress.accept(now);
              return now;
            },
            now -> now.getStatus() == StatusEnum.SUCCESS,
            deadline)
        .getSavepointPath();
  }

  private SavepointProgress progressOf(String jobId, long request) throws ApiException {
    try {
      return control.getSavepointProgress(jobId, request);
    } catch (ApiException e) {
      throw e.savepoint()
          .<ApiException>map(failed -> new SavepointFailedException(e, failed))
          .orElse(e);
    }
  }
}
