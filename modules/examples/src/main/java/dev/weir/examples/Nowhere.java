// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Where the results of the streams go: an operator that lets nothing through. The interface of
 * sinks is another one in each generation of Flink; this runs on all of them.
 */
final class Nowhere {

  private Nowhere() {}

  /** Adds the end of a stream to a job. */
  static <T> SingleOutputStreamOperator<T> after(SingleOutputStreamOperator<T> results) {
    return results.filter(result -> false).name("Nowhere");
  }
}
