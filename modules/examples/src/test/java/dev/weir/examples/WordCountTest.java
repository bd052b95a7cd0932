// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The results that the word count promises are those of its text. */
class WordCountTest {

  private final List<String> words =
      WordCount.TEXT.stream().flatMap(line -> List.of(line.split(" ", -1)).stream()).toList();

  @Test
  void theTextHasAsManyLinesAndWordsAsItSays() {
    assertThat(WordCount.TEXT).hasSize(WordCountResults.LINES);
    assertThat(words).hasSize(WordCountResults.WORDS);
    assertThat(words.stream().distinct()).hasSize(WordCountResults.DIFFERENT_WORDS);
  }

  @Test
  void theAccumulatorsHoldWhatTheTextGives() {
    int letters = words.stream().mapToInt(String::length).sum();
    assertThat(WordCountResults.ACCUMULATORS)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "words", "" + words.size(),
                "letters", "" + letters,
                "pages", "" + words.size() / 256.0,
                "word-length", "" + (double) letters / words.size(),
                "longest-word", "" + words.stream().mapToInt(String::length).max().orElseThrow(),
                "word-lengths",
                    words.stream()
                        .collect(groupingBy(String::length, TreeMap::new, counting()))
                        .toString(),
                "long-words",
                    words.stream().filter(word -> word.length() > 8).toList().toString()));
  }

  @Test
  void theTokenizerAndTheCountsHaveTwoSubtasksEach() {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment();
    WordCount.define(env, Arguments.parse(new String[] {"--mode", "batch"}, "mode"));

    assertThat(env.getStreamGraph(false).getStreamNodes())
        .extracting(StreamNode::getOperatorName, StreamNode::getParallelism)
        .contains(tuple("Tokenizer", 2), tuple("Counts", 2));
  }

  @Test
  void aModeThatDoesNotExistIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WordCount.define(
                    new StreamExecutionEnvironment(),
                    Arguments.parse(new String[] {"--mode", "fast"}, "mode")))
        .withMessageContaining("streaming or batch");
  }

  @Test
  void theArgumentsAreTheUserConfigOfTheJob() {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment();
    String[] args = {"--mode", "batch", "--rate", "2.5"};
    WordCount.define(env, Arguments.parse(args, "mode", "rate"));

    assertThat(env.getConfig().getGlobalJobParameters().toMap())
        .containsExactlyInAnyOrderEntriesOf(Map.of("mode", "batch", "rate", "2.5"));
  }

  @Test
  void anArgumentWithoutAValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(new String[] {"--rate"}, "rate"))
        .withMessage("The argument --rate lacks a value");
  }

  @Test
  void anUnknownArgumentIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(new String[] {"--speed", "7"}, "mode", "rate"))
        .withMessage("Unknown argument --speed; the known ones are --mode, --rate");
  }
}
