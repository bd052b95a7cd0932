// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import org.apache.flink.api.common.accumulators.AverageAccumulator;
import org.apache.flink.api.common.accumulators.DoubleCounter;
import org.apache.flink.api.common.accumulators.Histogram;
import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.accumulators.IntMaximum;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;

/**
 * Splits lines into words and keeps account of them in accumulators, which {@link
 * WordCountResults#ACCUMULATORS} explains.
 */
final class Tokenizer extends RichFlatMapFunction<String, Tuple2<String, Integer>> {

  private static final long serialVersionUID = 1L;

  private static final double WORDS_A_PAGE = 256;
  private static final int LONG = 8;

  private final IntCounter words = new IntCounter();
  private final LongCounter letters = new LongCounter();
  private final DoubleCounter pages = new DoubleCounter();
  private final AverageAccumulator wordLength = new AverageAccumulator();
  private final IntMaximum longestWord = new IntMaximum();
  private final Histogram wordLengths = new Histogram();
  private final ListAccumulator<String> longWords = new ListAccumulator<>();

  /** Not in {@code open}, which has another parameter in each generation of Flink. */
  @Override
  public void setRuntimeContext(RuntimeContext context) {
    super.setRuntimeContext(context);
    context.addAccumulator("words", words);
    context.addAccumulator("letters", letters);
    context.addAccumulator("pages", pages);
    context.addAccumulator("word-length", wordLength);
    context.addAccumulator("longest-word", longestWord);
    context.addAccumulator("word-lengths", wordLengths);
    context.addAccumulator("long-words", longWords);
  }

  @Override
  public void flatMap(String line, Collector<Tuple2<String, Integer>> out) {
    for (String word : line.split(" ", -1)) {
      account(word);
      out.collect(Tuple2.of(word, 1));
    }
  }

  private void account(String word) {
    words.add(1);
    letters.add(word.length());
    pages.add(1 / WORDS_A_PAGE);
    wordLength.add(word.length());
    longestWord.add(word.length());
    wordLengths.add(word.length());
    if (word.length() > LONG) {
      longWords.add(word);
    }
  }
}
