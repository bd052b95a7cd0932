// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A stream without end that writes down what happens to it, one line each: {@code main} with the
 * arguments, each of them in angle brackets, and {@code drained}.
 *
 * <ul>
 *   <li>the first argument: the file that the lines are added to
 *   <li>the second: how long its snapshots take, in milliseconds
 *   <li>all others mean nothing
 * </ul>
 */
public final class RecordedStream {

  private RecordedStream() {}

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    StringBuilder line = new StringBuilder("main");
    for (String argument : Arrays.asList(args).subList(2, args.length)) {
      line.append(" <").append(argument).append('>');
    }
    write(args[0], line.toString());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Nowhere.after(
            Numbers.from(env, Long.MAX_VALUE, 10)
                .uid("numbers")
                .keyBy(number -> 0, Types.INT)
                .process(new Recorder(args[0], Long.parseLong(args[1])))
                .returns(Types.LONG)
                .name("Recorder")
                .uid("recorder"))
        .uid("nowhere");
    env.execute("Recorded stream");
  }

  private static void write(String file, String line) throws IOException {
    Files.writeString(
        Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static final class Recorder extends KeyedProcessFunction<Integer, Long, Long>
      implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long snapshotMillis;

    Recorder(String file, long snapshotMillis) {
      this.file = file;
      this.snapshotMillis = snapshotMillis;
    }

    /** The timer fires when the sources end for good, which a drain has them do. */
    @Override
    public void processElement(Long number, Context context, Collector<Long> out) {
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE - 1);
      out.collect(number);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Long> out) throws IOException {
      write(file, "drained");
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws InterruptedException {
      TimeUnit.MILLISECONDS.sleep(snapshotMillis);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
      // It keeps no state of its own.
    }
  }
}
