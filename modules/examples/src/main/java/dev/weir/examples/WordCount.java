// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.util.List;
import org.apache.flink.api.common.ProgramDescription;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Counts the words of a short text and says in accumulators of several types what it saw.
 *
 * <p>Four vertices: the lines (one subtask), the tokenizer (two), the counts (two), the printer
 * (one). It ends by itself within a second or so. The text is fixed, so everything it reports is
 * known: {@link WordCountResults}.
 *
 * <ul>
 *   <li>{@code --mode streaming|batch}: how Flink runs it, {@code streaming} unless given. In batch
 *       mode the result is one record a word, in streaming mode one for each time it is seen.
 *   <li>{@code --rate N}: lines a second, 1000 unless given; with 1 it runs for ten seconds
 * </ul>
 */
public final class WordCount implements ProgramDescription {

  /** The name of the job. */
  public static final String NAME = "WordCount Example";

  /** The text, one element a line. */
  static final List<String> TEXT =
      List.of(
          "a weir is a solid wall across a river",
          "the water behind it rises until it flows over the crest",
          "how high it stands above the wall tells how much flows",
          "so a river is measured without holding it back",
          "nobody has to catch the water and nobody has to count the drops",
          "one look at a marked pole nearby is enough",
          "the wall does not ask where the water comes from",
          "it does not mind how many people read the pole",
          "a second reader costs the river really nothing",
          "and when one day the river runs dry the pole still stands",
          "hydrometry is what the people who build weirs call this");

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args, "mode", "rate");
    System.out.println("Counting the words of " + TEXT.size() + " lines");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    define(env, arguments);
    env.execute(NAME);
  }

  static void define(StreamExecutionEnvironment env, Arguments arguments) {
    env.setRuntimeMode(mode(arguments.get("mode", "streaming")));
    // Said again for each operator: in batch mode the default is what Flink may go below.
    env.setParallelism(2);
    env.getConfig().setGlobalJobParameters(arguments);
    Numbers.from(env, TEXT.size(), arguments.getDouble("rate", 1000))
        .map(number -> TEXT.get(number.intValue() - 1))
        .name("Lines")
        .setParallelism(1)
        .flatMap(new Tokenizer())
        .name("Tokenizer")
        .setParallelism(2)
        .keyBy(count -> count.f0)
        .reduce((left, right) -> Tuple2.of(left.f0, left.f1 + right.f1))
        .returns(Types.TUPLE(Types.STRING, Types.INT))
        .name("Counts")
        .setParallelism(2)
        .print()
        .name("Printer")
        .setParallelism(1);
  }

  private static RuntimeExecutionMode mode(String name) {
    switch (name) {
      case "streaming":
        return RuntimeExecutionMode.STREAMING;
      case "batch":
        return RuntimeExecutionMode.BATCH;
      default:
        throw new IllegalArgumentException(
            "--mode is streaming or batch, but was given as " + name);
    }
  }

  @Override
  public String getDescription() {
    return "Counts the words of a short text, with accumulators of several types";
  }
}
