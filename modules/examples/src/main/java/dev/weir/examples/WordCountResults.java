// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.util.Map;

/**
 * What {@link WordCount} reports in the end, whatever the mode: its text is fixed. Needs no Flink.
 */
public final class WordCountResults {

  /** Lines in the text, read by the tokenizer. */
  public static final int LINES = 11;

  /** Words in the text, sent by the tokenizer and read by the counts. */
  public static final int WORDS = 112;

  /** Different words in the text; the records that the counts send in batch mode. */
  public static final int DIFFERENT_WORDS = 68;

  /**
   * The accumulators by name, each with the text of its value over all subtasks.
   *
   * <ul>
   *   <li>{@code words}, an {@code IntCounter}: how many words
   *   <li>{@code letters}, a {@code LongCounter}: how many letters they have together
   *   <li>{@code pages}, a {@code DoubleCounter}: their share of a page of 256 words, exact in
   *       binary
   *   <li>{@code word-length}, an {@code AverageAccumulator}: the mean number of letters
   *   <li>{@code longest-word}, an {@code IntMaximum}: the letters of the longest word
   *   <li>{@code word-lengths}, a {@code Histogram}: how many words there are of each length
   *   <li>{@code long-words}, a {@code ListAccumulator}: the words of more than eight letters, of
   *       which there is one
   * </ul>
   */
  public static final Map<String, String> ACCUMULATORS =
      Map.of(
          "words", "112",
          "letters", "448",
          "pages", "0.4375",
          "word-length", "4.0",
          "longest-word", "10",
          "word-lengths", "{1=6, 2=13, 3=27, 4=23, 5=24, 6=14, 7=3, 8=1, 10=1}",
          "long-words", "[hydrometry]");

  private WordCountResults() {}
}
