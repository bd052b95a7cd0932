// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions of vertices, as 1.3 had them. */
class PlanDescriptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Keyed Reduce<br/> | Keyed Reduce",
        "Source: Numbers<br/>+- Map<br/> | Source: Numbers -&gt; Map",
        "A<br/>+- B<br/>   +- C<br/> | A -&gt; B -&gt; C",
        "A<br/>:- B<br/>+- C<br/> | A -&gt; (B, C)",
        "A<br/>:- B<br/>:  :- C<br/>:  +- D<br/>+- E<br/>   +- F<br/> |"
            + " A -&gt; (B -&gt; (C, D), E -&gt; F)",
        "[1]:Scan(table=[t])<br/>+- [2]:Calc(where=[(a &gt; 1)])<br/> |"
            + " [1]:Scan(table=[t]) -&gt; [2]:Calc(where=[(a &gt; 1)])",
      })
  void aTreeIsWrittenAsAChain(String tree, String chain) {
    assertThat(PlanDescription.of(tree)).isEqualTo(chain);
  }

  @ParameterizedTest
  @CsvSource({
    "Source: Numbers -&gt; Map",
    "''",
    "a<br/>b",
    "a<br/>b<br/>",
    "A<br/>   +- no parent<br/>",
    "A<br/>+- B<br/>more of B<br/>"
  })
  void anythingElseStaysAsItIs(String description) {
    assertThat(PlanDescription.of(description)).isEqualTo(description);
  }
}
