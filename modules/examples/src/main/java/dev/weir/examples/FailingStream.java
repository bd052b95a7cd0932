// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A stream that fails at a certain number, is restarted once after half a second, fails again and
 * has failed for good.
 *
 * <p>It takes no checkpoints, so the restarted job begins at the first number again. Both failures
 * have the same exception, with the message {@code boom at 201}.
 *
 * <ul>
 *   <li>{@code --fail-at N}: the number that fails, 201 unless given
 *   <li>{@code --rate N}: numbers a second, 200 unless given
 * </ul>
 */
public final class FailingStream {

  /** The name of the job. */
  public static final String NAME = "Failing stream";

  private FailingStream() {}

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args, "fail-at", "rate");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    define(env, arguments);
    env.execute(NAME);
  }

  static void define(StreamExecutionEnvironment env, Arguments arguments) {
    long failAt = arguments.getLong("fail-at", 201);
    env.configure(oneRestart());
    env.setParallelism(2);
    env.getConfig().setGlobalJobParameters(arguments);
    Nowhere.after(
        Numbers.from(env, Long.MAX_VALUE, arguments.getDouble("rate", 200))
            .map(number -> failingAt(failAt, number))
            .name("Fuse")
            .setParallelism(1)
            .keyBy(number -> number % 2)
            .reduce(Long::sum)
            .name("Sums"));
  }

  private static Configuration oneRestart() {
    return new Configuration()
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(500));
  }

  private static Long failingAt(long failAt, Long number) {
    if (number == failAt) {
      throw new IllegalStateException("boom at " + number);
    }
    return number;
  }
}
