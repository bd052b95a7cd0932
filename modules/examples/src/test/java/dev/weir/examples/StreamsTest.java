// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The streams are set up as their descriptions say. */
class StreamsTest {

  private final StreamExecutionEnvironment env = new StreamExecutionEnvironment();

  @Test
  void theCheckpointedStreamCanBeRestoredFromASavepoint() {
    CheckpointedStream.define(env, Arguments.parse(new String[0]));

    assertThat(env.getStreamGraph(false).getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .contains("numbers", "readings", "sums", "nowhere")
        .doesNotContainNull();
  }

  @Test
  void theCheckpointIntervalIsAnArgument() {
    CheckpointedStream.define(
        env, Arguments.parse(new String[] {"--checkpoint-interval", "250"}, "checkpoint-interval"));

    assertThat(env.getCheckpointConfig().getCheckpointInterval()).isEqualTo(250);
  }

  @Test
  void theFailingStreamIsRestartedOnceAndTakesNoCheckpoints() {
    FailingStream.define(env, Arguments.parse(new String[0]));

    assertThat(env.getCheckpointConfig().isCheckpointingEnabled()).isFalse();
    assertThat(env.getConfiguration().get(RestartStrategyOptions.RESTART_STRATEGY))
        .isEqualTo("fixed-delay");
    assertThat(
            env.getConfiguration()
                .get(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS))
        .isEqualTo(1);
    assertThat(
            env.getConfiguration().get(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY))
        .isEqualTo(Duration.ofMillis(500));
  }
}
