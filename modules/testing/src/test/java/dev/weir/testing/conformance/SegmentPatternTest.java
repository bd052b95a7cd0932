// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Patterns over paths and pointers. */
class SegmentPatternTest {
  @Test
  void aStarIsOneSegment() {
    SegmentPattern pattern = new SegmentPattern("/jobs/*/plan");
    assertThat(pattern.matches("/jobs/1/plan")).isTrue();
    assertThat(pattern.matches("/jobs/1/2/plan")).isFalse();
    assertThat(pattern.matches("/jobs/plan")).isFalse();
    assertThat(pattern.matches("/jobs/1/plan/2")).isFalse();
  }

  @Test
  void twoStarsAreAnyNumberOfSegments() {
    SegmentPattern pattern = new SegmentPattern("/jobs/**/plan");
    assertThat(pattern.matches("/jobs/plan")).isTrue();
    assertThat(pattern.matches("/jobs/1/2/3/plan")).isTrue();
    assertThat(pattern.matches("/jobs/1/2/3")).isFalse();
  }

  @Test
  void aPatternCoversWhatLiesBelowIt() {
    SegmentPattern pattern = new SegmentPattern("/nodes/*/optimizer_properties");
    assertThat(pattern.covers("/nodes/0/optimizer_properties")).isTrue();
    assertThat(pattern.covers("/nodes/0/optimizer_properties/costs/1")).isTrue();
    assertThat(pattern.covers("/nodes/0/optimizer")).isFalse();
    assertThat(pattern.covers("/nodes/0")).isFalse();
  }
}
