// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the lists of rules are written. */
class SubjectsTest {
  @Test
  void namesRolesAndEverybodyStandSideBySide() {
    assertThat(Subjects.parse(" alice, bob ,@ops,@site reliability,* "))
        .contains(new Subjects(Set.of("alice", "bob"), Set.of("ops", "site reliability"), true));
  }

  @Test
  void aNameWithCommasIsQuoted() {
    assertThat(Subjects.parse("\"CN=alice,OU=ops\", @\"a,b\",bob"))
        .contains(new Subjects(Set.of("CN=alice,OU=ops", "bob"), Set.of("a,b"), false));
  }

  @Test
  void noneIsNobody() {
    assertThat(Subjects.parse("none")).contains(new Subjects(Set.of(), Set.of(), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ",", "alice,", ",alice", "a,,b", "@", "none,alice", "\"alice", "a\"b"})
  void whatIsNoListIsRefused(String text) {
    assertThat(Subjects.parse(text)).isEmpty();
  }
}
