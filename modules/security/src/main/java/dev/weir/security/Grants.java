// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import dev.weir.model.clusters.ClusterName;
import java.util.Map;
import java.util.Optional;

/**
 * Access levels of a caller on each cluster.
 *
 * @param general level on clusters without an exception; empty for none
 * @param exceptions level on single clusters; empty for none there
 */
public record Grants(
    Optional<AccessLevel> general, Map<ClusterName, Optional<AccessLevel>> exceptions) {
  /** No access to any cluster. */
  public static final Grants NOTHING = new Grants(Optional.empty(), Map.of());

  /** Full access to all clusters. */
  public static final Grants EVERYTHING = everywhere(AccessLevel.SUBMIT);

  /** Copies the exceptions. */
  public Grants {
    requireNonNull(general, "general");
    exceptions = Map.copyOf(exceptions);
  }

  /** One level on all clusters. */
  public static Grants everywhere(AccessLevel level) {
    return new Grants(Optional.of(level), Map.of());
  }

  /** The level on a cluster; empty for none. */
  public Optional<AccessLevel> on(ClusterName cluster) {
    return exceptions.getOrDefault(cluster, general);
  }

  /** Whether the level is granted on a cluster. */
  public boolean allow(ClusterName cluster, AccessLevel needed) {
    return suffices(on(cluster), needed);
  }

  /** Whether the level is granted in general or on any single cluster. */
  public boolean allowSomewhere(AccessLevel needed) {
    return suffices(general, needed)
        || exceptions.values().stream().anyMatch(level -> suffices(level, needed));
  }

  private static boolean suffices(Optional<AccessLevel> level, AccessLevel needed) {
    return level.filter(had -> had.includes(needed)).isPresent();
  }
}
