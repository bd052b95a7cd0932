// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples.dataset;

import java.util.List;
import org.apache.flink.api.common.ProgramDescription;
import org.apache.flink.api.java.DataSet;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.api.java.io.DiscardingOutputFormat;
import org.apache.flink.api.java.operators.AggregateOperator;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.utils.ParameterTool;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/**
 * The word count of the classic document: a DataSet program, whose plan has what the batch
 * optimizer found out. Three vertices: lines with tokenizer and combiner, the sums, the sink.
 *
 * <ul>
 *   <li>{@code --input PATH}: a text file; without it the lines are made on the spot
 *   <li>{@code --lines N}: how many lines are made, 10000 unless given
 *   <li>{@code --output PATH}: where the counts are written, one {@code word count} a line; without
 *       it they are dropped
 * </ul>
 */
@SuppressWarnings("deprecation") // All of the DataSet API is, since Flink 1.18.
public final class WordCount implements ProgramDescription {

  /** The name of the job. */
  public static final String NAME = "WordCount Example";

  /** The lines that are made, one after the other and again from the first. */
  static final List<String> TEXT =
      List.of(
          "a weir holds the water back a little",
          "what flows over it is measured",
          "the river takes no notice");

  /** Runs the job. */
  public static void main(String[] args) throws Exception {
    ParameterTool arguments = ParameterTool.fromArgs(args);
    ExecutionEnvironment env = ExecutionEnvironment.getExecutionEnvironment();
    define(env, arguments);
    env.execute();
  }

  static void define(ExecutionEnvironment env, ParameterTool arguments) {
    // Rather than with execute(NAME): the plan of a jar that is not run has the name, too.
    env.configure(
        new Configuration().set(PipelineOptions.NAME, NAME), WordCount.class.getClassLoader());
    env.getConfig().setGlobalJobParameters(arguments);
    AggregateOperator<Tuple2<String, Integer>> counts =
        lines(env, arguments).flatMap(new Tokenizer()).groupBy(0).sum(1);
    if (arguments.has("output")) {
      counts.writeAsCsv(arguments.get("output"), "\n", " ");
    } else {
      counts.output(new DiscardingOutputFormat<>()).name("Nowhere");
    }
  }

  private static DataSet<String> lines(ExecutionEnvironment env, ParameterTool arguments) {
    return arguments.has("input")
        ? env.readTextFile(arguments.get("input"))
        : env.generateSequence(1, arguments.getLong("lines", 10_000)).map(WordCount::line);
  }

  static String line(long number) {
    return TEXT.get((int) (number % TEXT.size()));
  }

  @Override
  public String getDescription() {
    return "Counts words with the DataSet API of Flink 1.x";
  }
}
