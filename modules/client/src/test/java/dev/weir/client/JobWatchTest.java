// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import static dev.weir.client.StubServer.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.client.model.JobDetails;
import dev.weir.client.model.JobState;
import dev.weir.client.model.SavepointProgress;
import dev.weir.client.model.SavepointProgress.StatusEnum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobWatchTest {
  private static final String JOB = "0".repeat(32);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String RUNNING = "{\"state\":\"RUNNING\",\"end-time\":-1}";
  private static final String ACCEPTED = "{\"status\":\"accepted\",\"request-id\":7}";

  private final StubServer server = new StubServer();
  private final JobWatch watch = new JobWatch(server.client(), Duration.ofMillis(1));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void waitsUntilTheJobHasEndedAndTellsOfEveryAnswer() throws Exception {
    server
        .then(200, JSON, RUNNING)
        .then(200, JSON, RUNNING)
        .then(200, JSON, "{\"state\":\"FINISHED\",\"end-time\":5}");
    List<JobState> told = new ArrayList<>();

    JobDetails job = watch.awaitEnd(JOB, LONG, now -> told.add(now.getState()));

    assertThat(job.getState()).isEqualTo(JobState.FINISHED);
    assertThat(told).containsExactly(JobState.RUNNING, JobState.RUNNING, JobState.FINISHED);
  }

  @Test
  void anEndThatIsNotKnownYetIsAnEndToo() throws Exception {
    server.then(200, JSON, "{\"state\":\"EVAPORATED\",\"end-time\":5,\"steam\":true}");

    assertThat(watch.awaitEnd(JOB, LONG, now -> {}).getState())
        .isEqualTo(JobState.UNKNOWN_DEFAULT_OPEN_API);
  }

  @Test
  void asksAgainWhereTheClusterCannotBeAskedJustNow() throws Exception {
    server
        .thenProblem(503, "Nobody answers.")
        .thenProblem(504, "Not in time.")
        .then(200, JSON, "{\"state\":\"FAILED\",\"end-time\":5}");

    assertThat(watch.awaitEnd(JOB, LONG, now -> {}).getState()).isEqualTo(JobState.FAILED);
  }

  @Test
  void givesUpAtTheDeadline() {
    server.then(200, JSON, RUNNING);

    assertThatThrownBy(() -> watch.awaitEnd(JOB, Duration.ofMillis(50), now -> {}))
        .isInstanceOf(TimeoutException.class)
        .hasNoCause();
  }

  @Test
  void saysAtTheDeadlineThatTheClusterCouldNotBeAsked() {
    server.thenProblem(503, "Nobody answers.");

    assertThatThrownBy(() -> watch.awaitEnd(JOB, Duration.ofMillis(50), now -> {}))
        .isInstanceOf(TimeoutException.class)
        .hasCauseInstanceOf(ApiException.class);
  }

  @Test
  void aJobThatThereIsNotIsNotWaitedFor() {
    server.thenProblem(404, "No such job.");

    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> watch.awaitEnd(JOB, LONG, now -> {}));

    assertThat(refused.getCode()).isEqualTo(404);
    assertThat(refused.problem().orElseThrow().getDetail()).isEqualTo("No such job.");
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void anInterruptEndsTheWait() {
    server.then(200, JSON, RUNNING);
    Thread waiting = Thread.currentThread();

    assertThatThrownBy(() -> watch.awaitEnd(JOB, LONG, now -> waiting.interrupt()))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void followsACancelWithSavepointToItsEnd() throws Exception {
    server
        .then(202, JSON, ACCEPTED)
        .then(202, JSON, "{\"status\":\"in-progress\",\"request-id\":7}")
        .then(
            201, JSON, "{\"status\":\"success\",\"request-id\":7,\"savepoint-path\":\"file:/s\"}");
    List<StatusEnum> told = new ArrayList<>();

    String path = watch.cancelWithSavepoint(JOB, LONG, now -> told.add(now.getStatus()));

    assertThat(path).isEqualTo("file:/s");
    assertThat(told)
        .containsExactly(StatusEnum.ACCEPTED, StatusEnum.IN_PROGRESS, StatusEnum.SUCCESS);
    assertThat(server.seen())
        .extracting(StubServer.Seen::line)
        .containsExactly(
            "POST /jobs/" + JOB + "/cancel-with-savepoint",
            "GET /jobs/" + JOB + "/cancel-with-savepoint/in-progress/7",
            "GET /jobs/" + JOB + "/cancel-with-savepoint/in-progress/7");
  }

  @Test
  void aDirectoryIsSentAsOnePartOfThePath() throws Exception {
    server
        .then(202, JSON, ACCEPTED)
        .then(
            201, JSON, "{\"status\":\"success\",\"request-id\":7,\"savepoint-path\":\"file:/s\"}");

    watch.cancelWithSavepointInto("file:///a b", JOB, LONG, now -> {});

    assertThat(server.seen().get(0).line())
        .isEqualTo(
            "POST /jobs/" + JOB + "/cancel-with-savepoint/target-directory/file%3A%2F%2F%2Fa%20b");
  }

  @Test
  void aSavepointThatFailsSaysWhy() {
    server
        .then(202, JSON, ACCEPTED)
        .then(500, JSON, "{\"status\":\"failed\",\"request-id\":7,\"cause\":\"Disk full.\"}");

    SavepointFailedException failed =
        catchThrowableOfType(
            SavepointFailedException.class, () -> watch.cancelWithSavepoint(JOB, LONG, now -> {}));

    assertThat(failed).hasMessage("The savepoint failed: Disk full.");
    assertThat(failed.progress())
        .extracting(SavepointProgress::getRequestId, SavepointProgress::getCause)
        .containsExactly(7L, "Disk full.");
  }

  @Test
  void aServerThatIsBrokenIsNoSavepointThatFailed() {
    server.then(202, JSON, ACCEPTED).thenProblem(500, "Something unexpected.");

    assertThatThrownBy(() -> watch.cancelWithSavepoint(JOB, LONG, now -> {}))
        .isExactlyInstanceOf(ApiException.class)
        .satisfies(thrown -> assertThat(((ApiException) thrown).problem()).isPresent());
  }
}
