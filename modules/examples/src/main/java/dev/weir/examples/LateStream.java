// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.io.DefaultInputSplitAssigner;
import org.apache.flink.api.common.io.NonParallelInput;
import org.apache.flink.api.common.io.RichInputFormat;
import org.apache.flink.api.common.io.statistics.BaseStatistics;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.io.GenericInputSplit;
import org.apache.flink.core.io.InputSplitAssigner;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is a while in coming: the JobManager makes its input splits before it has a graph.
 *
 * <ul>
 *   <li>{@code --splits-after N}: seconds that takes, 5 unless given
 *   <li>{@code --splits false}: there are none in the end, so that the job fails without a graph
 * </ul>
 */
public final class LateStream {

  /** The name of the job. */
  public static final String NAME = "Late stream";

  private LateStream() {}

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args, "splits-after", "splits");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    Nowhere.after(
        env.createInput(
                new Ones(
                    arguments.getLong("splits-after", 5),
                    !arguments.get("splits", "true").equals("false")),
                Types.LONG)
            .name("Ones")
            .map(one -> one)
            .name("The same"));
    env.execute(NAME);
  }

  /** Ones, ten a second, without end. */
  private static final class Ones extends RichInputFormat<Long, GenericInputSplit>
      implements NonParallelInput {
    private static final long serialVersionUID = 1;

    private final long seconds;
    private final boolean splits;

    Ones(long seconds, boolean splits) {
      this.seconds = seconds;
      this.splits = splits;
    }

    @Override
    public GenericInputSplit[] createInputSplits(int minimum) throws IOException {
      pause(seconds * 1000);
      if (!splits) {
        throw new IOException("There are no input splits");
      }
      return new GenericInputSplit[] {new GenericInputSplit(0, 1)};
    }

    private static void pause(long millis) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      for (long left = end - System.nanoTime();
          left > 0 && !Thread.currentThread().isInterrupted();
          left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    @Override
    public InputSplitAssigner getInputSplitAssigner(GenericInputSplit[] made) {
      return new DefaultInputSplitAssigner(made);
    }

    @Override
    public Long nextRecord(@Nullable Long reuse) {
      pause(100);
      return 1L;
    }

    @Override
    public boolean reachedEnd() {
      return false;
    }

    @Override
    public @Nullable BaseStatistics getStatistics(@Nullable BaseStatistics cached) {
      return cached;
    }

    @Override
    public void configure(Configuration parameters) {}

    @Override
    public void open(GenericInputSplit split) {}

    @Override
    public void close() {}
  }
}
