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
 * Who has which level.
 *
 * @param general the rules for all clusters
 * @param ofClusters for single clusters, whole: what such a one does not say itself it has from the
 *     general ones already
 */
public record AccessRules(Levels general, Map<ClusterName, Levels> ofClusters) {
  /**
   * The rules for one cluster, or for all.
   *
   * @param subjects who has each level
   * @param anonymous the level of who has shown nothing; empty for none
   */
  public record Levels(Map<AccessLevel, Subjects> subjects, Optional<AccessLevel> anonymous) {
    /** Copies the rules. */
    public Levels {
      subjects = Map.copyOf(subjects);
      requireNonNull(anonymous, "anonymous");
    }

    /** What strangers may, those may too who are known. */
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

  /** What a caller of that name, with those roles, may do. */
  Grants of(String name, Set<String> roles) {
    return grants(levels -> levels.of(name, roles));
  }

  /** What somebody may do who has shown nothing. */
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
