// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.weir.client.ApiClient;
import dev.weir.client.ApiException;
import dev.weir.client.JobWatch;
import dev.weir.client.SavepointFailedException;
import dev.weir.client.api.CheckpointsApi;
import dev.weir.client.api.ClusterApi;
import dev.weir.client.api.DescriptionApi;
import dev.weir.client.api.JarsApi;
import dev.weir.client.api.JobControlApi;
import dev.weir.client.api.JobManagerApi;
import dev.weir.client.api.JobsApi;
import dev.weir.client.api.TaskManagersApi;
import dev.weir.client.api.VerticesApi;
import dev.weir.client.model.CheckpointOverview;
import dev.weir.client.model.JarFile;
import dev.weir.client.model.JobDetails;
import dev.weir.client.model.JobState;
import dev.weir.client.model.JobSummary;
import dev.weir.client.model.Problem;
import dev.weir.client.model.SavepointProgress.StatusEnum;
import dev.weir.client.model.TaskState;
import dev.weir.client.model.VertexSummary;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody does with the generated client, on the runnable jar over its embedded Flink. */
@Timeout(300)
class ClientStoryIT {
  @RegisterExtension private static final RunningWeir WEIR = new RunningWeir(WeirProcess.launch());

  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final String EXAMPLES = "dev.weir.examples.";
  private static final String STREAM = EXAMPLES + "CheckpointedStream";
  private static final String UNKNOWN = "f".repeat(32);

  private final ApiClient client = new ApiClient();
  private JobsApi jobs;
  private JarsApi jars;
  private JobWatch watch;

  @BeforeEach
  void connect() {
    client.updateBaseUri(WEIR.baseUri().toString().replaceFirst("/$", ""));
    jobs = new JobsApi(client);
    jars = new JarsApi(client);
    watch = new JobWatch(client, Duration.ofMillis(250));
  }

  private static ConditionFactory soon() {
    return await().atMost(DEADLINE).pollInterval(Duration.ofMillis(250));
  }

  private String upload() throws ApiException {
    return jars.uploadJar(BuiltJars.examples().toFile()).getFilename();
  }

  private String run(String jar, String entryClass, List<String> arguments, String savepoint)
      throws ApiException {
    return jars.runJar(jar, null, arguments, entryClass, null, savepoint, null, null).getJobid();
  }

  private JobDetails running(String job) {
    Callable<JobDetails> read = () -> jobs.getJob(job);
    return soon()
        .until(
            read,
            details ->
                details.getState() == JobState.RUNNING
                    && details.getStatusCounts().getRUNNING() == details.getVertices().size());
  }

  private CheckpointOverview checkpointed(String job) {
    Callable<CheckpointOverview> read = () -> new CheckpointsApi(client).getCheckpoints(job);
    return soon()
        .until(
            read,
            checkpoints ->
                checkpoints.getCounts() != null
                    && checkpoints.getCounts().getCompleted() > 1
                    && checkpoints.getLatest().getCompleted() != null);
  }

  @Test
  void uploadRunWatchReadCancelWithASavepointRunFromItAndDelete() throws Exception {
    String jar = upload();
    assertThat(jars.listJars().getFiles()).extracting(JarFile::getId).contains(jar);
    assertThat(jars.planJar(jar, null, List.of(), STREAM, null, null, null).getPlan().getNodes())
        .isNotEmpty();

    List<JobState> seen = new ArrayList<>();
    String batch = run(jar, EXAMPLES + "WordCount", List.of("--mode", "batch"), null);
    JobDetails counted = watch.awaitEnd(batch, DEADLINE, now -> seen.add(now.getState()));
    assertThat(counted.getState()).isEqualTo(JobState.FINISHED);
    assertThat(seen).last().isEqualTo(JobState.FINISHED);
    assertThat(jobs.getJobAccumulators(batch).getUserTaskAccumulators()).isNotEmpty();

    String stream = run(jar, STREAM, List.of(), null);
    JobDetails details = running(stream);
    checkpointed(stream);
    readTheCluster(stream);
    readTheJob(stream, details);
    readTheVertices(stream, details.getVertices());
    readTheCheckpoints(stream, details.getVertices().get(0).getId());

    List<StatusEnum> told = new ArrayList<>();
    String savepoint =
        watch.cancelWithSavepoint(stream, DEADLINE, now -> told.add(now.getStatus()));
    assertThat(savepoint).contains("savepoint-");
    assertThat(told).startsWith(StatusEnum.ACCEPTED).endsWith(StatusEnum.SUCCESS);
    assertThat(watch.awaitEnd(stream, DEADLINE, now -> {}).getState()).isEqualTo(JobState.CANCELED);

    String restored = run(jar, STREAM, List.of(), savepoint);
    running(restored);
    CheckpointOverview after = checkpointed(restored);
    assertThat(after.getLatest().getRestored().getIsSavepoint()).isTrue();
    assertThat(after.getCounts().getRestored()).isEqualTo(1);

    new JobControlApi(client).cancelJob(restored);
    assertThat(watch.awaitEnd(restored, DEADLINE, now -> {}).getState())
        .isEqualTo(JobState.CANCELED);
    jars.deleteJar(jar);
    assertThat(jars.listJars().getFiles()).extracting(JarFile::getId).doesNotContain(jar);
  }

  private void readTheCluster(String job) throws ApiException {
    ClusterApi cluster = new ClusterApi(client);
    assertThat(cluster.getConfig().getRefreshInterval()).isPositive();
    assertThat(cluster.getOverview().getSlotsTotal()).isPositive();

    TaskManagersApi managers = new TaskManagersApi(client);
    String manager = managers.listTaskManagers().getTaskmanagers().get(0).getId();
    assertThat(managers.getTaskManager(manager).getTaskmanagers().get(0).getMetrics().getHeapUsed())
        .isPositive();
    assertThat(managers.getTaskManagerMetrics(manager, List.of("Status.JVM.Memory.Heap.Used")))
        .singleElement()
        .satisfies(metric -> assertThat(metric.getValue()).matches("\\d+"));
    assertThat(managers.getTaskManagerLog(manager, null)).contains(job);
    assertThat(managers.getTaskManagerStdout(manager, null)).isNotNull();

    JobManagerApi manages = new JobManagerApi(client);
    assertThat(manages.getJobManagerConfig()).isNotEmpty();
    assertThat(manages.getJobManagerMetrics(List.of())).isNotEmpty();
    assertThat(manages.getJobManagerLog(null)).contains(job);
    assertThat(manages.getJobManagerStdout(null)).isNotNull();

    assertThat(new DescriptionApi(client).getDescriptionAsJson().getOpenapi()).startsWith("3.");
    assertThat(new DescriptionApi(client).getDescription()).content().startsWith("openapi: 3.");
  }

  private void readTheJob(String job, JobDetails details) throws ApiException {
    assertThat(jobs.listJobIds().getJobsRunning()).contains(job);
    assertThat(jobs.listJobs().getRunning()).extracting(JobSummary::getJid).contains(job);
    assertThat(jobs.listRunningJobs().getJobs()).extracting(JobSummary::getJid).contains(job);
    assertThat(jobs.listCompletedJobs().getJobs()).isNotEmpty();
    assertThat(jobs.getJobVertices(job).getVertices()).hasSameSizeAs(details.getVertices());
    assertThat(jobs.getJobPlan(job).getNodes()).hasSameSizeAs(details.getVertices());
    assertThat(jobs.getJobConfig(job).getExecutionConfig().getJobParallelism()).isPositive();
    assertThat(jobs.getJobExceptions(job).getAllExceptions()).isEmpty();
    soon().until(() -> !jobs.getJobMetrics(job, List.of("uptime")).isEmpty());
    assertThat(details.getTimestamps().getRUNNING()).isGreaterThan(details.getStartTime());
  }

  private void readTheVertices(String job, List<VertexSummary> all) throws ApiException {
    VerticesApi vertices = new VerticesApi(client);
    for (VertexSummary summary : all) {
      String vertex = summary.getId();
      assertThat(vertices.getVertex(job, vertex).getSubtasks()).hasSize(summary.getParallelism());
      assertThat(vertices.getSubtaskTimes(job, vertex).getSubtasks()).isNotEmpty();
      assertThat(vertices.getVertexTaskManagers(job, vertex).getTaskmanagers()).isNotEmpty();
      assertThat(vertices.getVertexAccumulators(job, vertex).getId()).isEqualTo(vertex);
      assertThat(vertices.getSubtaskAccumulators(job, vertex).getParallelism()).isPositive();
      assertThat(vertices.getBackPressure(job, vertex).getStatus()).isNotBlank();
      assertThat(vertices.getVertexMetrics(job, vertex, List.of())).isNotNull();
      assertThat(vertices.getSubtask(job, vertex, 0).getStatus()).isEqualTo(TaskState.RUNNING);
      assertThat(vertices.getAttempt(job, vertex, 0, 0).getAttempt()).isZero();
      assertThat(vertices.getAttemptAccumulators(job, vertex, 0, 0).getSubtask()).isZero();
    }
  }

  private void readTheCheckpoints(String job, String vertex) throws ApiException {
    CheckpointsApi checkpoints = new CheckpointsApi(client);
    assertThat(checkpoints.getCheckpointConfig(job).getInterval()).isPositive();
    long id = checkpoints.getCheckpoints(job).getLatest().getCompleted().getId();
    assertThat(checkpoints.getCheckpoint(job, id).getTasks()).containsKey(vertex);
    assertThat(checkpoints.getCheckpointSubtasks(job, id, vertex).getSubtasks()).isNotEmpty();
  }

  /** A call that is expected to fail. */
  @FunctionalInterface
  private interface Call {
    void make() throws Exception;
  }

  private static Problem problem(int status, Call call) {
    ApiException refused = catchThrowableOfType(ApiException.class, call::make);
    assertThat(refused.getCode()).isEqualTo(status);
    Problem problem = refused.problem().orElseThrow();
    assertThat(problem.getStatus()).isEqualTo(status);
    assertThat(problem.getError()).isEqualTo(problem.getDetail());
    return problem;
  }

  @Test
  void errorsAreProblems() throws Exception {
    assertThat(problem(404, () -> jobs.getJob(UNKNOWN)).getDetail()).contains(UNKNOWN);
    assertThat(problem(400, () -> jobs.getJob("zzz")).getDetail()).contains("32 hexadecimal");
    problem(404, () -> jars.deleteJar("nothing.jar"));
    problem(404, () -> watch.cancelWithSavepoint(UNKNOWN, DEADLINE, now -> {}));

    String jar = upload();
    problem(400, () -> run(jar, "no.such.Class", List.of(), null));
    String failing = run(jar, EXAMPLES + "FailingStream", List.of(), null);
    assertThat(watch.awaitEnd(failing, DEADLINE, now -> {}).getState()).isEqualTo(JobState.FAILED);
    assertThat(jobs.getJobExceptions(failing).getRootException()).contains("boom");
    problem(409, () -> new JobControlApi(client).cancelJob(failing));
  }

  @Test
  void aSavepointThatCannotBeWrittenLeavesTheJobAlone() throws Exception {
    String job = run(upload(), STREAM, List.of(), null);
    running(job);

    SavepointFailedException failed =
        catchThrowableOfType(
            SavepointFailedException.class,
            () -> watch.cancelWithSavepointInto("/proc/nowhere", job, DEADLINE, now -> {}));

    assertThat(failed.progress().getCause()).isNotBlank();
    assertThat(jobs.getJob(job).getState()).isEqualTo(JobState.RUNNING);
    new JobControlApi(client).cancelJob(job);
  }
}
