// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The source of the examples: 1, 2, 3 and so on, at a given pace, in one subtask. */
final class Numbers {

  private Numbers() {}

  /**
   * Adds the source to a job.
   *
   * @param count how many numbers; {@link Long#MAX_VALUE} for a stream that does not end
   * @param perSecond numbers a second
   */
  static SingleOutputStreamOperator<Long> from(
      StreamExecutionEnvironment env, long count, double perSecond) {
    return env.fromSource(
            new PacedNumbers(count, perSecond), WatermarkStrategy.noWatermarks(), "Numbers")
        .setParallelism(1);
  }
}
