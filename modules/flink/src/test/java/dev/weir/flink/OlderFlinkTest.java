// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.weir.flink.documents.CheckpointDocuments;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.documents.VertexDocuments;
import dev.weir.flink.http.JobStatesResponse;
import dev.weir.model.checkpoint.CheckpointConfig;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.cluster.TaskManager;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.job.ExecutionConfig;
import dev.weir.model.job.JobExceptions;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobPlan;
import dev.weir.model.job.JobState;
import dev.weir.model.job.JobSummary;
import dev.weir.model.job.TaskCounts;
import dev.weir.model.job.TaskException;
import dev.weir.model.vertex.SubtaskAttempt;
import dev.weir.model.vertex.SubtaskTime;
import dev.weir.model.vertex.VertexId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Flink 1.x answers is shown as what a Flink 2.3 does. */
class OlderFlinkTest {
  private static final JobId JOB = new JobId("32193f66ed202cc9253b47853da63741");
  private static final VertexDocuments VERTEX =
      VertexDocuments.of(JOB, new VertexId("cbc357ccb763df2852fee8c4fc7d55f2"));

  @Test
  void thePortsOfAVertexAreThoseOfItsTaskManagers() {
    Samples source =
        new Samples()
            .with(VERTEX.details(), "1.15.4/batch_v0")
            .with(VERTEX.taskManagers(), "1.15.4/batch_v0_taskmanagers");

    assertThat(source.read(VERTEX.details()).join().value().subtasks())
        .extracting(SubtaskAttempt::host)
        .containsExactly("localhost:46369");
  }

  @Test
  void thePortsThatALaterFlinkTellsItselfAreTaken() {
    assertThat(Samples.read(VERTEX.details(), "1.20.4/batch_v0").subtasks())
        .extracting(SubtaskAttempt::host)
        .containsExactly("localhost:36419");
  }

  @Test
  void aPortThatNoTaskManagerTellsIsLeftOut() {
    Samples source =
        new Samples()
            .with(VERTEX.details(), "1.15.4/batch_v0")
            .withJson(
                VERTEX.taskManagers(),
                """
                {"id":"cbc357ccb763df2852fee8c4fc7d55f2","name":"x","now":1,"taskmanagers":[]}
                """);

    assertThat(source.read(VERTEX.details()).join().value().subtasks())
        .extracting(SubtaskAttempt::host)
        .containsExactly("localhost");
  }

  @Test
  void hostsAreThereWithoutPortsWhereTheContractHasNone() {
    assertThat(Samples.read(VERTEX.subtaskTimes(), "1.15.4/batch_v0_subtasktimes").subtasks())
        .extracting(SubtaskTime::host)
        .containsExactly("localhost");
    assertThat(
            Samples.read(VERTEX.subtaskAccumulators(), "1.15.4/batch_v0_accumulators").subtasks())
        .extracting("host")
        .containsExactly("localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.15.4", "1.20.4"})
  void theExecutionModeIsThatOfThePlan(String version) {
    ExecutionConfig config =
        new Samples()
            .with(JobDocuments.details(JOB), version + "/batch_job")
            .with(JobDocuments.config(JOB), version + "/batch_config")
            .read(JobDocuments.config(JOB))
            .join()
            .value()
            .executionConfig();

    assertThat(config)
        .isEqualTo(
            new ExecutionConfig(
                "BATCH",
                "Cluster level default restart strategy",
                2,
                false,
                Map.of("mode", "batch")));
  }

  @ParameterizedTest
  @CsvSource({"1.15.4, localhost:46369", "1.20.4, localhost:36419"})
  void theRootExceptionIsTheUsersOwnAndTasksAreWhereTheyWere(String version, String location) {
    JobExceptions exceptions =
        Samples.read(JobDocuments.exceptions(JOB), version + "/fail_exceptions");

    assertThat(exceptions.rootException())
        .startsWith("java.lang.IllegalStateException: boom at 201\n\tat ");
    assertThat(exceptions.allExceptions())
        .extracting(TaskException::task, TaskException::location)
        .containsExactly(tuple("Source: Numbers -> Fuse (1/1)", location));
  }

  @Test
  void networkBuffersOfATaskManagerAreThoseOfTheShuffle() {
    TaskManager taskManager =
        Samples.read(
                ClusterDocuments.taskManager(new TaskManagerId("localhost:41927-833936")),
                "1.15.4/tm")
            .taskmanagers()
            .get(0);

    assertThat(taskManager.metrics().memorySegmentsTotal()).isEqualTo(2048);
  }

  @Test
  void checkpointsHaveTheShapeOfTheContract() {
    assertThat(
            Samples.read(CheckpointDocuments.overview(JOB), "1.15.4/stream_checkpoints").counts())
        .extracting("completed", "failed", "total")
        .containsExactly(7L, 0L, 7L);
  }

  @Test
  void aJobInBatchModeHasNoCheckpoints() {
    Samples batch =
        new Samples()
            .with(CheckpointDocuments.overview(JOB), "1.15.4/batch_checkpoints")
            .with(CheckpointDocuments.config(JOB), "1.15.4/batch_checkpoints_config");

    assertThat(batch.read(CheckpointDocuments.overview(JOB)).join().value())
        .isEqualTo(CheckpointOverview.NONE);
    assertThat(batch.read(CheckpointDocuments.config(JOB)).join().value())
        .isEqualTo(CheckpointConfig.NONE);
  }

  @Test
  void aStreamThatMakesNoCheckpointsSaysThatItHasMadeNone() {
    Samples stream =
        new Samples()
            .with(CheckpointDocuments.overview(JOB), "1.15.4/fail_checkpoints")
            .with(CheckpointDocuments.config(JOB), "1.15.4/fail_checkpoints_config");

    assertThat(stream.read(CheckpointDocuments.overview(JOB)).join().value().counts().total())
        .isZero();
    assertThat(stream.read(CheckpointDocuments.config(JOB)).join().value().interval())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theStateOfAJobIsFoundAmongAll() {
    JobStatesResponse jobs =
        new JobStatesResponse(List.of(new JobStatesResponse.Job(JOB, "CANCELED")));

    assertThat(jobs.of(JOB)).isEqualTo(JobState.CANCELED);
    assertThatThrownBy(() -> jobs.of(new JobId("f".repeat(32))))
        .isInstanceOf(ClusterException.class)
        .hasMessage("Job %s not found.", "f".repeat(32));
  }

  @Test
  void aRootExceptionWithoutAHistoryIsNotLost() {
    JobExceptions exceptions =
        Samples.readJson(
            JobDocuments.exceptions(JOB),
            """
            {"root-exception":"java.io.IOException: no splits","timestamp":1,"all-exceptions":[],
             "truncated":false,"exceptionHistory":{"entries":[],"truncated":false}}
            """);

    assertThat(exceptions.rootException()).isEqualTo("java.io.IOException: no splits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"jid\":\"\",\"name\":\"\",\"nodes\":[]}", "null"})
  void aJobThatFailedBeforeItHadAGraphHasAPlanOfNothing(String plan) {
    JobPlan shown =
        Samples.readJson(
                JobDocuments.details(JOB),
                "{\"jid\":\"%s\",\"name\":\"early\",\"state\":\"FAILED\",\"plan\":%s}"
                    .formatted(JOB, plan))
            .plan();

    assertThat(shown).isEqualTo(new JobPlan(JOB, "early", List.of()));
  }

  @Test
  void whatATaskManagerUsesIsLeftOutUntilItIsKnown() {
    TaskManager taskManager =
        Samples.readJson(
                ClusterDocuments.taskManager(new TaskManagerId("tm 1")),
                """
                {"id":"tm 1","metrics":{"heapUsed":0,"heapCommitted":0,"heapMax":0}}
                """)
            .taskmanagers()
            .get(0);

    assertThat(taskManager.metrics()).isNull();
  }

  @Test
  void theOperatorsThatABatchJobHasNoVerticesForYetArePending() {
    assertThat(
            Samples.readJson(
                    ClusterDocuments.jobs(),
                    """
                    {"jobs":[{"jid":"%s","state":"RUNNING","pending-operators":3,
                              "tasks":{"total":2,"running":2}}]}
                    """
                        .formatted(JOB))
                .running())
        .extracting(JobSummary::tasks)
        .containsExactly(new TaskCounts(5, 3, 2, 0, 0, 0, 0));
  }

  @Test
  void oneOddTaskManagerHidesNoOther() {
    assertThat(
            Samples.readJson(
                    ClusterDocuments.taskManagers(),
                    """
                    {"taskmanagers":[{"id":"[fd00::5]:6122-ab12cd"},{"id":null},7,null,{"id":""},
                      {"id":"tm 1","dataPort":99999999999999999999},{"id":"rack1/host2"}]}
                    """)
                .taskmanagers())
        .extracting(one -> one.id().value())
        .containsExactly("[fd00::5]:6122-ab12cd", "tm 1", "rack1/host2");
  }
}
