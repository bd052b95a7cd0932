// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What happens when user code calls {@link System#exit}: it takes the whole process down, unless
 * the cluster has {@code cluster.intercept-user-system-exit: THROW}. Then this job fails and the
 * process lives.
 *
 * <ul>
 *   <li>{@code --where task|main}: in a function of the job, which is the default, or in the main
 *       method before the job is submitted
 * </ul>
 */
public final class ExitingJob {

  /** The name of the job. */
  public static final String NAME = "Exiting job";

  private ExitingJob() {}

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args, "where");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    define(env);
    if (arguments.get("where", "task").equals("main")) {
      System.exit(1);
    }
    env.execute(NAME);
  }

  static void define(StreamExecutionEnvironment env) {
    env.setParallelism(1);
    Nowhere.after(Numbers.from(env, 1, 1).map(ExitingJob::exit).name("Exit"));
  }

  private static Long exit(Long number) {
    System.exit(1);
    return number;
  }
}
