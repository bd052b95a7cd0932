// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table is what was run, in its order, and nothing around it changes. */
class MarkedTableTest {
  private static final String BEGIN = "<!-- written -->";
  private static final String END = "<!-- end -->";
  private static final List<String> HEAD = List.of("| Thing | Result |", "| --- | --- |");

  @Test
  void aRowTakesThePlaceOfTheOneWithTheSameKey() {
    MarkedTable table =
        table(List.of("before", BEGIN, "| 2.3.0 | old |", "| 1.14.6 | gone |", END, "after"));

    table.with("2.3.0", "| 2.3.0 | passed |").with("1.15.4", "| 1.15.4 | failed |");

    assertThat(table.lines())
        .containsExactly(
            "before",
            BEGIN,
            HEAD.get(0),
            HEAD.get(1),
            "| 1.15.4 | failed |",
            "| 2.3.0 | passed |",
            END,
            "after");
  }

  @Test
  void aRowOfAnotherKeyIsRefused() {
    MarkedTable table = table(List.of(BEGIN, END));

    assertThatThrownBy(() -> table.with("2.3.0", "| 1.15.4 | passed |"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.with("3.0.0", "| 3.0.0 | passed |"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPageWithoutItsMarkersIsRefused() {
    assertThatThrownBy(() -> table(List.of("text"))).hasMessageContaining(BEGIN);
  }

  private static MarkedTable table(List<String> lines) {
    return new MarkedTable(Path.of("page.md"), lines, BEGIN, HEAD, List.of("1.15.4", "2.3.0"));
  }
}
