// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Samples;
import dev.weir.model.checkpoint.Checkpoint;
import dev.weir.model.checkpoint.CheckpointConfig;
import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.checkpoint.CheckpointSubtasks;
import dev.weir.model.checkpoint.Externalization;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.VertexId;
import org.junit.jupiter.api.Test;

class CheckpointDocumentsTest {
  private static final JobId JOB = new JobId("9e911b17f17bc32dd5abd9b01e1c34e0");
  private static final CheckpointId CHECKPOINT = new CheckpointId(12);

  @Test
  void theLatestHaveNeitherStateNorCounts() {
    CheckpointOverview overview =
        Samples.read(CheckpointDocuments.overview(JOB), "stream_checkpoints_after_sp");

    assertThat(overview.latest().completed().status()).isNull();
    assertThat(overview.latest().completed().numSubtasks()).isNull();
    assertThat(overview.latest().savepoint().externalPath()).contains("savepoint-");
    assertThat(overview.latest().failed()).isNull();
    assertThat(overview.latest().restored()).isNull();
  }

  @Test
  void theHistoryListsCheckpointsWithoutTheirTasks() {
    CheckpointOverview overview =
        Samples.read(CheckpointDocuments.overview(JOB), "stream_checkpoints");

    assertThat(overview.history())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.tasks()).isNull())
        .allSatisfy(one -> assertThat(one.status()).isEqualTo("COMPLETED"));
    assertThat(overview.counts().completed()).isEqualTo(overview.history().get(0).id());
  }

  @Test
  void aFailedCheckpointSaysWhenAndWhy() {
    CheckpointOverview overview =
        Samples.readJson(
            CheckpointDocuments.overview(JOB),
            """
            {"counts":{"failed":1,"total":1},"summary":{},"latest":{},"history":[{
              "className":"failed","id":1,"status":"FAILED","failure_timestamp":7,
              "failure_message":"expired"}]}
            """);

    Checkpoint failed = overview.history().get(0);
    assertThat(failed.failureTimestamp()).isEqualTo(7);
    assertThat(failed.failureMessage()).isEqualTo("expired");
    assertThat(failed.discarded()).isNull();
  }

  @Test
  void aJobThatMakesNoCheckpointsHasNothingToTell() {
    Samples source = new Samples().with(JobDocuments.details(JOB), "batch_job");

    assertThat(source.read(CheckpointDocuments.overview(JOB)).join().value())
        .isEqualTo(CheckpointOverview.NONE);
    assertThat(source.read(CheckpointDocuments.config(JOB)).join().value())
        .isEqualTo(CheckpointConfig.NONE);
  }

  @Test
  void anUnknownJobIsUnknown() {
    assertThatThrownBy(() -> new Samples().read(CheckpointDocuments.overview(JOB)).join())
        .cause()
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("/jobs/" + JOB);
  }

  @Test
  void whetherCheckpointsGoWithTheJobIsSaidOnlyWhereTheyMightStay() {
    assertThat(Samples.read(CheckpointDocuments.config(JOB), "stream_checkpoints_config"))
        .isEqualTo(
            new CheckpointConfig(
                "exactly_once", 500L, 600000L, 0L, 1, new Externalization(false, null)));
    assertThat(
            Samples.readJson(
                    CheckpointDocuments.config(JOB),
                    """
                    {"mode":"exactly_once",
                     "externalization":{"enabled":true,"delete_on_cancellation":false}}
                    """)
                .externalization())
        .isEqualTo(new Externalization(true, false));
  }

  @Test
  void theDetailsHaveEachVertex() {
    Checkpoint details =
        Samples.read(CheckpointDocuments.details(JOB, CHECKPOINT), "stream_cpdetails");

    assertThat(details.tasks()).hasSize(2);
    assertThat(details.tasks().values())
        .allSatisfy(task -> assertThat(task.numAcknowledgedSubtasks()).isEqualTo(2));
  }

  @Test
  void theSubtasksHaveASummaryInSpiteOfPercentilesThatAreNoNumbers() {
    CheckpointSubtasks subtasks =
        Samples.read(
            CheckpointDocuments.subtasks(
                JOB, CHECKPOINT, new VertexId("cbc357ccb763df2852fee8c4fc7d55f2")),
            "stream_cpdetails_subtasks");

    assertThat(subtasks.summary().stateSize().avg()).isEqualTo(265);
    assertThat(subtasks.subtasks())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.status()).isEqualTo("completed"));
  }
}
