// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A stream without end that keeps state and checkpoints it, until somebody cancels it.
 *
 * <p>Numbers come in at a steady pace, each is a reading of one of {@value #GAUGES} gauges, and the
 * sum of each gauge is kept. Every operator with state has a {@code uid}, so a savepoint can be
 * restored.
 *
 * <ul>
 *   <li>{@code --rate N}: readings a second, 100 unless given
 *   <li>{@code --checkpoint-interval N}: milliseconds between checkpoints, 1000 unless given
 *   <li>{@code --parallelism N}: of the operator Readings, 2 unless given
 * </ul>
 */
public final class CheckpointedStream {

  /** The name of the job. */
  public static final String NAME = "Checkpointed stream";

  static final int GAUGES = 16;

  private static final int PARALLELISM = 2;

  private CheckpointedStream() {}

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args, "rate", "checkpoint-interval", "parallelism");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    define(env, arguments);
    env.execute(NAME);
  }

  static void define(StreamExecutionEnvironment env, Arguments arguments) {
    Duration interval = Duration.ofMillis(arguments.getLong("checkpoint-interval", 1000));
    env.setParallelism(PARALLELISM);
    env.enableCheckpointing(interval.toMillis());
    env.getConfig().setGlobalJobParameters(arguments);
    Nowhere.after(sums(env, arguments)).uid("nowhere");
  }

  private static SingleOutputStreamOperator<Tuple2<String, Long>> sums(
      StreamExecutionEnvironment env, Arguments arguments) {
    return Numbers.from(env, Long.MAX_VALUE, arguments.getDouble("rate", 100))
        .uid("numbers")
        .map(number -> Tuple2.of("gauge " + number % GAUGES, number))
        .returns(Types.TUPLE(Types.STRING, Types.LONG))
        .name("Readings")
        .uid("readings")
        .setParallelism((int) arguments.getLong("parallelism", PARALLELISM))
        .keyBy(reading -> reading.f0)
        .reduce((left, right) -> Tuple2.of(left.f0, left.f1 + right.f1))
        .returns(Types.TUPLE(Types.STRING, Types.LONG))
        .name("Sums")
        .uid("sums");
  }
}
