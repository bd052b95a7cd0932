// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        " * ",
        "\"x\"",
        "W/\"x\"",
        "\"a,\", \"x\"",
        ",,\"x\",",
        "*, \"x\"",
        "a, \"x\""
      })
  void aTagThatIsNamedIsKnown(String header) {
    assertThat(EntityTags.isKnown(header, "x")).isTrue();
  }

  /** A quoted tag inside of another, or after something that is none, is no tag. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "x",
        "\"x",
        "x\"",
        "w/\"x\"",
        "W/x",
        "W/",
        "\"",
        "a\"x\"",
        "\"a\"x\"",
        "*x",
        "'x'"
      })
  void whatIsNoTagMatchesNothing(String header) {
    assertThat(EntityTags.isKnown(header, "x")).isFalse();
    assertThat(EntityTags.isAllowed(header, "x")).isFalse();
  }

  @Test
  void aWeakTagAllowsNothing() {
    assertThat(EntityTags.isAllowed("W/\"x\"", "x")).isFalse();
    assertThat(EntityTags.isAllowed("W/\"x\", \"x\"", "x")).isTrue();
    assertThat(EntityTags.isAllowed("*", "x")).isTrue();
  }

  @Test
  void withoutAHeaderAllIsAllowedAndNothingKnown() {
    assertThat(EntityTags.isAllowed(null, "x")).isTrue();
    assertThat(EntityTags.isKnown(null, "x")).isFalse();
  }
}
