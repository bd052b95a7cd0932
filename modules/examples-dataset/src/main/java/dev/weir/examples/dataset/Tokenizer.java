// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples.dataset;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.Collector;

/**
 * Splits lines into words and counts them and their letters in the accumulators {@code genwords}
 * and {@code genletters}, as in the classic document.
 */
final class Tokenizer extends RichFlatMapFunction<String, Tuple2<String, Integer>> {

  private static final long serialVersionUID = 1L;

  private final LongCounter words = new LongCounter();
  private final LongCounter letters = new LongCounter();

  /** The one form of this method that every Flink 1.x has. */
  @Override
  @SuppressWarnings("deprecation")
  public void open(Configuration parameters) {
    getRuntimeContext().addAccumulator("genwords", words);
    getRuntimeContext().addAccumulator("genletters", letters);
  }

  @Override
  public void flatMap(String line, Collector<Tuple2<String, Integer>> out) {
    for (String word : line.split(" ", -1)) {
      words.add(1L);
      letters.add(word.length());
      out.collect(Tuple2.of(word, 1));
    }
  }
}
