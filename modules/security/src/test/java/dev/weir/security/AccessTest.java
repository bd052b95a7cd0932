// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static dev.weir.security.AccessLevel.LOGS;
import static dev.weir.security.AccessLevel.OPERATE;
import static dev.weir.security.AccessLevel.SUBMIT;
import static dev.weir.security.AccessLevel.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.Access.Denial;
import dev.weir.security.Access.Refusal;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.Caller.How;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From rules to decisions. */
class AccessTest {
  private static final ClusterName STAGING = new ClusterName("staging");
  private static final ClusterName PROD = new ClusterName("prod");

  private static final AccessRules RULES =
      new AccessRules(
          new Levels(
              Map.of(
                  VIEW, subjects("*"), OPERATE, subjects("alice,@ops"), SUBMIT, subjects("root")),
              Optional.empty()),
          Map.of(
              PROD,
              new Levels(
                  Map.of(VIEW, subjects("*"), OPERATE, subjects("@ops"), SUBMIT, subjects("none")),
                  Optional.of(VIEW))));

  private static Subjects subjects(String text) {
    return Subjects.parse(text).orElseThrow();
  }

  private static Caller caller(String name, String... roles) {
    return new Caller(name, How.BASIC, RULES.of(name, Set.of(roles)));
  }

  private static boolean may(Caller caller, ClusterName cluster, AccessLevel level) {
    return Access.refusal(caller, cluster, level).isEmpty();
  }

  @Test
  void aLevelIncludesThoseBefore() {
    assertThat(AccessLevel.values()).containsExactly(VIEW, LOGS, OPERATE, SUBMIT);
    assertThat(may(caller("alice"), STAGING, VIEW)).isTrue();
    assertThat(may(caller("alice"), STAGING, LOGS)).isTrue();
    assertThat(may(caller("alice"), STAGING, OPERATE)).isTrue();
    assertThat(may(caller("alice"), STAGING, SUBMIT)).isFalse();
  }

  @Test
  void whatAClusterSaysItselfStandsInPlaceOfWhatIsSaidOfAll() {
    assertThat(caller("alice").grants().on(PROD)).contains(VIEW);
    assertThat(caller("root").grants().on(PROD)).contains(VIEW);
    assertThat(caller("bob", "ops").grants().on(PROD)).contains(OPERATE);
    assertThat(caller("root").grants().on(STAGING)).contains(SUBMIT);
  }

  @Test
  void whatIsAboutNoClusterInParticularTakesTheLevelOnSomeCluster() {
    Caller onOne =
        new Caller("x", How.TOKEN, new Grants(Optional.empty(), Map.of(PROD, Optional.of(VIEW))));

    assertThat(Access.refusal(onOne, null, VIEW)).isEmpty();
    assertThat(Access.refusal(onOne, null, LOGS)).isPresent();
    assertThat(Access.refusal(onOne, STAGING, VIEW)).isPresent();
  }

  @Test
  void theRefusalNamesTheLevelTheClusterAndWhatTheCallerHas() {
    assertThat(Access.refusal(caller("alice"), PROD, OPERATE))
        .contains(
            new Refusal(
                Denial.FORBIDDEN,
                "This needs the access level operate on cluster prod; alice has view there."));
    assertThat(Access.refusal(new Caller("x", How.TOKEN, Grants.NOTHING), null, VIEW))
        .contains(
            new Refusal(
                Denial.FORBIDDEN,
                "This needs the access level view on some cluster; x has none there."));
  }

  @Test
  void aStrangerIsAskedWhoItIsWhereItsLevelDoesNotSuffice() {
    Caller stranger = Caller.anonymous(RULES.ofAnonymous());

    assertThat(may(stranger, PROD, VIEW)).isTrue();
    assertThat(Access.refusal(stranger, STAGING, VIEW))
        .contains(
            new Refusal(
                Denial.UNKNOWN,
                "This needs the access level view on cluster staging; the caller must"
                    + " authenticate."));
  }
}
