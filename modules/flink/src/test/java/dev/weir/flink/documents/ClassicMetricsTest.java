// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics under the names that they had in Flink 1.3. */
class ClassicMetricsTest {
  @ParameterizedTest
  @CsvSource({
    "fullRestarts, numRestarts",
    "0.currentLowWatermark, 0.currentInputWatermark",
    "12.buffers.inPoolUsage, 12.Shuffle.Netty.Input.Buffers.inPoolUsage",
    "12.buffers.inputQueueLength, 12.Shuffle.Netty.Input.Buffers.inputQueueLength",
    "12.buffers.outPoolUsage, 12.Shuffle.Netty.Output.Buffers.outPoolUsage",
    "12.buffers.outputQueueLength, 12.Shuffle.Netty.Output.Buffers.outputQueueLength",
    "1.Network.Input.0.avgQueueLen, 1.Shuffle.Netty.Input.0.avgQueueLen",
    "1.Network.Output.3.totalQueueLen, 1.Shuffle.Netty.Output.3.totalQueueLen",
    "Status.Network.TotalMemorySegments, Status.Shuffle.Netty.TotalMemorySegments",
    "Status.Network.AvailableMemorySegments, Status.Shuffle.Netty.AvailableMemorySegments",
  })
  void aMetricIsAnsweredByTheNameThatItIsAskedFor(String classic, String today) {
    MetricNames names = MetricNames.of(classic);

    assertThat(names.today().names()).containsExactly(classic, today);
    assertThat(names.chosenFrom(List.of(new Metric(today, "7"))))
        .containsExactly(new Metric(classic, "7"));
  }

  @Test
  void bothNamesCanBeAskedForInAnyOrder() {
    List<Metric> answer = List.of(new Metric("b", "1"), new Metric("numRestarts", "2"));

    assertThat(MetricNames.of("numRestarts,b,fullRestarts,a").chosenFrom(answer))
        .containsExactly(
            new Metric("numRestarts", "2"), new Metric("b", "1"), new Metric("fullRestarts", "2"));
  }

  /** Flink 1.x has both, and a program may have one of its own. */
  @Test
  void whereFlinkKnowsTheOldNameThatCounts() {
    List<Metric> answer = List.of(new Metric("fullRestarts", "3"), new Metric("numRestarts", "2"));

    assertThat(MetricNames.of("fullRestarts").chosenFrom(answer))
        .containsExactly(new Metric("fullRestarts", "3"));
  }

  @Test
  void nothingIsBufferedForAlignmentOnceThereIsACheckpoint() {
    MetricNames names = MetricNames.of("lastCheckpointAlignmentBuffered");

    assertThat(names.chosenFrom(List.of(new Metric("lastCheckpointSize", "512"))))
        .containsExactly(new Metric("lastCheckpointAlignmentBuffered", "0"));
    assertThat(names.chosenFrom(List.of(new Metric("lastCheckpointSize", "-1"))))
        .containsExactly(new Metric("lastCheckpointAlignmentBuffered", "-1"));
  }

  @Test
  void namesThatAreNoneStayUnknown() {
    assertThat(MetricNames.of("currentLowWatermark,0.buffers.x,Status.Network.x").today().names())
        .hasSize(3);
    assertThat(MetricNames.of("fullRestarts").chosenFrom(List.of())).isEmpty();
  }

  /** Otherwise one of two questions would get the answer to the other. */
  @Test
  void otherQuestionsAreOtherDocuments() {
    assertThat(new MetricsDocument("/m", MetricNames.of("fullRestarts")).key())
        .isNotEqualTo(new MetricsDocument("/m", MetricNames.of("fullRestarts,numRestarts")).key());
  }
}
