// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.api.java.utils.ParameterTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word count counts, and its plan is the one of the classic document. */
@SuppressWarnings("deprecation") // All of the DataSet API is, since Flink 1.18.
class WordCountTest {

  @TempDir private Path directory;

  @Test
  void theWordsOfAFileAreCounted() throws Exception {
    ExecutionEnvironment env = ExecutionEnvironment.createCollectionsEnvironment();
    Path input = Files.writeString(directory.resolve("in"), "to be or\nnot to be\n");
    Path output = directory.resolve("out");
    WordCount.define(
        env,
        ParameterTool.fromArgs(
            new String[] {"--input", input.toString(), "--output", output.toString()}));

    JobExecutionResult result = env.execute(WordCount.NAME);

    assertThat(Files.readString(output).lines())
        .containsExactlyInAnyOrder("to 2", "be 2", "or 1", "not 1");
    assertThat(result.getAllAccumulatorResults())
        .containsEntry("genwords", 6L)
        .containsEntry("genletters", 13L);
  }

  @Test
  void theLinesThatAreMadeAreThoseOfTheTextOverAndOver() {
    assertThat(WordCount.line(1)).isEqualTo(WordCount.line(1 + WordCount.TEXT.size()));
    assertThat(WordCount.line(2)).isNotEqualTo(WordCount.line(3));
  }

  @Test
  void theSumsAreThoseOfASortedGroupReduce() throws Exception {
    ExecutionEnvironment env = ExecutionEnvironment.createLocalEnvironment(1);
    WordCount.define(env, ParameterTool.fromArgs(new String[0]));

    assertThat(env.getExecutionPlan())
        .contains("GroupCombine", "Sorted Group Reduce", "Hash Partition on [0]");
  }
}
