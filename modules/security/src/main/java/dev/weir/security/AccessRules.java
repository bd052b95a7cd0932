// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import dev.weir.model.clusters.ClusterName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Access rules: which callers have which level.
 *
 * @param general the rules for all clusters
 * @param ofClusters complete rules for single clusters; what a cluster does not configure is
 *     already copied from the general rules
 */
public record AccessRules(Levels general, Map<ClusterName, Levels> ofClusters) {
  /**
   * The rules for one cluster, or for all.
   *
   * @param subjects the callers with each level
   * @param anonymous the level of anonymous callers; empty for none
   */
  public record Levels(Map<AccessLevel, Subjects> subjects, Optional<AccessLevel> anonymous) {
    /** Copies the rules. */
    public Levels {
      subjects = Map.copyOf(subjects);
      requireNonNull(anonymous, "anonymous");
    }

    /** Known callers have at least the anonymous level. */
    private Optional<AccessLevel> of(String name, Set<String> roles) {
      Stream<AccessLevel> granted =
          subjects.entrySet().stream()
              .filter(rule -> rule.getValue().include(name, roles))
              .map(Map.Entry::getKey);
      return Stream.concat(granted, anonymous.stream()).max(AccessLevel::compareTo);
    }
  }

  /** Copies the rules. */
  public AccessRules {
    requireNonNull(general, "general");
    ofClusters = Map.copyOf(ofClusters);
  }

  /** The grants of a caller with this name and these roles. */
  Grants of(String name, Set<String> roles) {
    return grants(levels -> levels.of(name, roles));
  }

  /** The grants of an anonymous caller. */
  Grants ofAnonymous() {
    return grants(Levels::anonymous);
  }

  private Grants grants(Function<Levels, Optional<AccessLevel>> level) {
    return new Grants(
        level.apply(general),
        ofClusters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> level.apply(entry.getValue()))));
  }
}
