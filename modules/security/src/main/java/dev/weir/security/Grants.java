// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import dev.weir.model.clusters.ClusterName;
import java.util.Map;
import java.util.Optional;

/**
 * The level that somebody has on each cluster.
 *
 * @param general that on every cluster that is no exception; empty for none
 * @param exceptions that on single clusters; empty for none there
 */
public record Grants(
    Optional<AccessLevel> general, Map<ClusterName, Optional<AccessLevel>> exceptions) {
  /** Nothing, anywhere. */
  public static final Grants NOTHING = new Grants(Optional.empty(), Map.of());

  /** Everything, everywhere. */
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

  /** Whether they suffice for what needs a level on a cluster. */
  public boolean allow(ClusterName cluster, AccessLevel needed) {
    return suffices(on(cluster), needed);
  }

  /** Whether they suffice on some cluster, for what is about none in particular. */
  public boolean allowSomewhere(AccessLevel needed) {
    return suffices(general, needed)
        || exceptions.values().stream().anyMatch(level -> suffices(level, needed));
  }

  private static boolean suffices(Optional<AccessLevel> level, AccessLevel needed) {
    return level.filter(had -> had.includes(needed)).isPresent();
  }
}
