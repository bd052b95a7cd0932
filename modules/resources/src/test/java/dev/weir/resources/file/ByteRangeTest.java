// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-499, 0, 499",
    "bytes=500-, 500, 999",
    "bytes=990-2000, 990, 999",
    "bytes=-100, 900, 999",
    "bytes=-1000, 0, 999",
    "bytes=-2000, 0, 999",
    "' bytes=999-', 999, 999"
  })
  void aPartIsFromItsFirstToItsLastByte(String header, long first, long last) {
    assertThat(ByteRange.of(header).orElseThrow().in(1000))
        .contains(new ByteRange.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
  void behindTheEndThereIsNothing(String header) {
    assertThat(ByteRange.of(header).orElseThrow().in(1000)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=1"})
  void whatIsNoRangeOfOursIsPassedOver(String header) {
    assertThat(ByteRange.of(header)).isEmpty();
  }

  @Test
  void noHeaderIsNoRange() {
    assertThat(ByteRange.of(null)).isEmpty();
  }

  @Test
  void anEmptyFileHasNoPart() {
    assertThat(ByteRange.of("bytes=-5").orElseThrow().in(0)).isEmpty();
  }
}
