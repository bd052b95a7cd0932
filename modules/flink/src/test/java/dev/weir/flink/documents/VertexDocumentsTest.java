// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Samples;
import dev.weir.model.Accumulator;
import dev.weir.model.IoMetrics;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.BackPressure;
import dev.weir.model.vertex.SubtaskAttempt;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.SubtaskTimes;
import dev.weir.model.vertex.TaskState;
import dev.weir.model.vertex.VertexId;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VertexDocumentsTest {
  private static final JobId JOB = new JobId("ca4e24bc11e07597dfbb88450c135297");
  private static final VertexDocuments VERTEX =
      VertexDocuments.of(JOB, new VertexId("cbc357ccb763df2852fee8c4fc7d55f2"));
  private static final SubtaskIndex FIRST = new SubtaskIndex(0);
  private static final AttemptNumber ATTEMPT = new AttemptNumber(0);

  @Test
  void theSubtasksOfAVertexAreAtHostAndPort() {
    assertThat(Samples.read(VERTEX.details(), "batch_v0").subtasks().get(0))
        .isEqualTo(
            new SubtaskAttempt(
                0,
                TaskState.FINISHED,
                0,
                "localhost:43881",
                1795323820848L,
                1795323821213L,
                365,
                new IoMetrics(0, 10552, 0, 500)));
  }

  @Test
  void whatElseASubtaskHasIsPassedOverInWhateverOrder() {
    String subtask =
        """
        {"later":{"metrics":{"read-bytes":9},"list":[{"subtask":9},[]]},"duration":"12",
        "metrics":{"write-records":4,"new":{"read-bytes":9},"read-bytes":1,"new-too":[1,2],
        "write-bytes":2,"read-records":null},"status":"RUNNING","end-time":null,
        "start-time":5,"endpoint":null,"host":"node-7","attempt":1,"subtask":3}""";

    assertThat(Samples.readJson(VERTEX.subtask(FIRST), subtask))
        .isEqualTo(
            new SubtaskAttempt(
                3, TaskState.RUNNING, 1, "node-7", 5, 0, 12, new IoMetrics(1, 2, 0, 4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "[]",
        "{\"subtask\":{}}",
        "{}",
        "null",
        "{\"subtask\":null}",
        "{\"duration\":[]}",
        "{\"subtask\":1"
      })
  void whatIsNoSubtaskIsNotTakenForOne(String json) {
    assertThatThrownBy(() -> Samples.readJson(VERTEX.subtask(FIRST), json))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void oneSubtaskIsAtAHost() {
    assertThat(Samples.read(VERTEX.subtask(FIRST), "batch_v0_subtasks_0").host())
        .isEqualTo("localhost");
    assertThat(Samples.read(VERTEX.attempt(FIRST, ATTEMPT), "batch_v0_subtasks_0").host())
        .isEqualTo("localhost");
  }

  @Test
  void aSubtaskWithoutATaskManagerIsUnassigned() {
    assertThat(
            Samples.readJson(
                    VERTEX.subtask(FIRST),
                    "{\"subtask\":0,\"status\":\"SCHEDULED\",\"start-time\":-1}")
                .host())
        .isEqualTo("(unassigned)");
  }

  @Test
  void anOlderFlinkTellsTheHostByAnotherName() {
    assertThat(
            Samples.readJson(VERTEX.subtask(FIRST), "{\"subtask\":0,\"host\":\"node-7:4711\"}")
                .host())
        .isEqualTo("node-7");
  }

  @Test
  void subtaskTimesListEveryStateAndNoOther() {
    SubtaskTimes times = Samples.read(VERTEX.subtaskTimes(), "batch_v0_subtasktimes");

    assertThat(times.subtasks())
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.timestamps().keySet()).containsExactly(TaskState.values());
              assertThat(one.timestamps().get(TaskState.RUNNING))
                  .isGreaterThanOrEqualTo(one.timestamps().get(TaskState.DEPLOYING));
              assertThat(one.host()).isEqualTo("localhost");
            });
  }

  @Test
  void taskManagersShareTheSubtasksAmongThem() {
    var shares = Samples.read(VERTEX.taskManagers(), "batch_v0_taskmanagers").taskmanagers();

    assertThat(shares).hasSize(2);
    assertThat(shares)
        .allSatisfy(
            share -> {
              assertThat(share.host()).matches("localhost:\\d+");
              assertThat(share.statusCounts()).containsEntry(TaskState.FINISHED, 1);
            });
  }

  @Test
  void accumulatorsOfASubtaskAreWrittenAsTheDocumentShowsThem() {
    assertThat(
            Samples.read(VERTEX.subtaskAccumulators(), "batch_v0_subtasks_accumulators")
                .subtasks()
                .get(0)
                .userAccumulators())
        .contains(new Accumulator("my-counter", "IntCounter", "IntCounter 500"));
    assertThat(
            Samples.read(
                    VERTEX.attemptAccumulators(FIRST, ATTEMPT),
                    "batch_v0_subtasks_0_attempts_0_accumulators")
                .userAccumulators())
        .contains(new Accumulator("my-counter", "IntCounter", "IntCounter 500"));
  }

  @Test
  void backPressureIsWorstOfItsSubtasks() {
    BackPressure measured =
        new Samples()
            .with(JobDocuments.details(JOB), "stream_job")
            .with(VERTEX.backPressure(), "stream_v0_backpressure")
            .read(VERTEX.backPressure())
            .join()
            .value();

    assertThat(measured.status()).isEqualTo("ok");
    assertThat(measured.backpressureLevel()).isEqualTo("ok");
    assertThat(measured.subtasks()).extracting("ratio").containsExactly(0.0, 0.0);
  }

  @Test
  void backPressureOfAnEndedJobSaysOnlyThatItIsDeprecated() {
    assertThat(ended().read(VERTEX.backPressure()).join().value())
        .isEqualTo(new BackPressure("deprecated", null, null, null));
  }

  @Test
  void backPressureThatFlinkRemembersOfAnEndedJobIsNotGivenAsItsOwn() {
    Samples remembered = ended().with(VERTEX.backPressure(), "stream_v0_backpressure");

    assertThat(remembered.read(VERTEX.backPressure()).join().value()).isEqualTo(BackPressure.NONE);
  }

  @Test
  void aVertexOfAnEndedJobHasNoMetrics() {
    Samples ended = ended().withJson(VERTEX.metrics(MetricNames.of(null)), "[]");

    assertThat(ended.read(VERTEX.metrics(MetricNames.of(null))).join().value()).isEmpty();
  }

  @Test
  void aVertexThatTheJobDoesNotHaveIsNotFoundEvenWhereFlinkDoesNotMind() {
    VertexDocuments unknown =
        VertexDocuments.of(JOB, new VertexId("ffffffffffffffffffffffffffffffff"));
    Samples source =
        ended()
            .with(unknown.backPressure(), "batch_v0_backpressure")
            .withJson(unknown.metrics(MetricNames.of("0.x")), "[]");

    assertThatThrownBy(() -> source.read(unknown.backPressure()).join())
        .cause()
        .hasMessage("Job %s has no vertex %s.", JOB, "f".repeat(32));
    assertThatThrownBy(() -> source.read(unknown.metrics(MetricNames.of("0.x"))).join())
        .hasCauseInstanceOf(ClusterException.class);
  }

  private static Samples ended() {
    return new Samples()
        .with(JobDocuments.details(JOB), "batch_job")
        .with(VERTEX.backPressure(), "batch_v0_backpressure");
  }
}
