// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.job.JobState;
import dev.weir.model.job.TaskCounts;
import dev.weir.model.vertex.TaskState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatesTest {
  @ParameterizedTest
  @EnumSource(JobState.class)
  void aJobStateThatTheClassicContractHasStaysWhatItIs(JobState state) {
    assertThat(States.job(state.name())).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(TaskState.class)
  void aTaskStateThatTheClassicContractHasStaysWhatItIs(TaskState state) {
    assertThat(States.task(state.name())).isEqualTo(state);
  }

  @Test
  void aJobThatIsInitializingIsCreated() {
    assertThat(States.job("INITIALIZING")).isEqualTo(JobState.CREATED);
  }

  @Test
  void aTaskThatIsInitializingIsRunning() {
    assertThat(States.task("INITIALIZING")).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void aStateOfALaterFlinkIsReconciling() {
    assertThat(States.job("HIBERNATING")).isEqualTo(JobState.RECONCILING);
    assertThat(States.task(null)).isEqualTo(TaskState.RECONCILING);
  }

  @Test
  void timestampsListEveryStateInTheClassicOrder() {
    assertThat(States.jobTimestamps(null).keySet()).containsExactly(JobState.values());
    assertThat(States.taskTimestamps(null).keySet()).containsExactly(TaskState.values());
    assertThat(States.taskTimestamps(null).values()).containsOnly(0L);
  }

  @Test
  void ofTwoStatesThatFoldIntoOneTheFirstTimestampCounts() {
    assertThat(States.jobTimestamps(Map.of("INITIALIZING", 10L, "CREATED", 12L)))
        .containsEntry(JobState.CREATED, 10L);
    assertThat(States.taskTimestamps(Map.of("INITIALIZING", 5L, "RUNNING", 9L)))
        .containsEntry(TaskState.RUNNING, 5L);
  }

  @Test
  void aStateThatWasNeverEnteredDoesNotHideTheOtherOfItsPair() {
    assertThat(States.taskTimestamps(Map.of("INITIALIZING", 0L, "RUNNING", 9L)))
        .containsEntry(TaskState.RUNNING, 9L);
    assertThat(States.taskTimestamps(Map.of("INITIALIZING", 7L, "RUNNING", 0L)))
        .containsEntry(TaskState.RUNNING, 7L);
  }

  @Test
  void countsOfTwoStatesThatFoldIntoOneAreAddedUp() {
    assertThat(States.taskCounts(Map.of("INITIALIZING", 2, "RUNNING", 3, "FINISHED", 1)))
        .containsEntry(TaskState.RUNNING, 5)
        .containsEntry(TaskState.FINISHED, 1)
        .containsEntry(TaskState.CREATED, 0);
  }

  @Test
  void theCountsOfAnOverviewAddUpToTheirTotal() {
    TaskCounts counts =
        States.overviewCounts(
            Map.ofEntries(
                Map.entry("total", 55),
                Map.entry("created", 1),
                Map.entry("scheduled", 2),
                Map.entry("deploying", 3),
                Map.entry("initializing", 4),
                Map.entry("running", 5),
                Map.entry("finished", 6),
                Map.entry("canceling", 7),
                Map.entry("canceled", 8),
                Map.entry("failed", 9),
                Map.entry("reconciling", 10)),
            0);

    assertThat(counts).isEqualTo(new TaskCounts(55, 16, 9, 6, 7, 8, 9));
    assertThat(
            counts.pending()
                + counts.running()
                + counts.finished()
                + counts.canceling()
                + counts.canceled()
                + counts.failed())
        .isEqualTo(counts.total());
  }

  @Test
  void operatorsOfABatchJobThatHaveNoTasksYetArePending() {
    assertThat(States.overviewCounts(Map.of("total", 2, "running", 2), 3))
        .isEqualTo(new TaskCounts(5, 3, 2, 0, 0, 0, 0));
    assertThat(States.withPending(States.taskCounts(Map.of("RUNNING", 1)), 3))
        .containsEntry(TaskState.CREATED, 3)
        .containsEntry(TaskState.RUNNING, 1);
  }
}
