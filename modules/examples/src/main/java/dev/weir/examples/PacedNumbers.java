// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;

/** The numbers from 1 on, at a given pace. */
final class PacedNumbers extends NumberSequenceSource {

  private static final long serialVersionUID = 1L;

  private final double perSecond;

  PacedNumbers(long count, double perSecond) {
    super(1, count);
    this.perSecond = perSecond;
  }

  @Override
  public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
    return new PacedReader<>(super.createReader(context), perSecond);
  }
}
