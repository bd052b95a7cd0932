// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import dev.weir.model.Printable;
import dev.weir.model.clusters.ClusterName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may do what: a function of its arguments and nothing else. */
public final class Access {
  private Access() {}

  /** What an answer is that does not come to be. */
  public enum Denial {
    /** Who asks has to say who it is: 401. */
    UNKNOWN,
    /** Who asks is known and may not: 403. */
    FORBIDDEN
  }

  /**
   * Why somebody may not do something.
   *
   * @param denial whether it would help to say who it is
   * @param sentence what was missing, for the client
   */
  public record Refusal(Denial denial, String sentence) {}

  /**
   * Decides about a request.
   *
   * @param caller who asks
   * @param cluster what it is about; null where it is about the server or all clusters, for which
   *     the level on some cluster suffices
   * @param needed the level that it takes
   * @return empty if it may
   */
  public static Optional<Refusal> refusal(
      Caller caller, @Nullable ClusterName cluster, AccessLevel needed) {
    Grants grants = caller.grants();
    boolean allowed =
        cluster == null ? grants.allowSomewhere(needed) : grants.allow(cluster, needed);
    return allowed ? Optional.empty() : Optional.of(refused(caller, cluster, needed));
  }

  private static Refusal refused(Caller caller, @Nullable ClusterName cluster, AccessLevel needed) {
    String place = cluster == null ? "on some cluster" : "on cluster " + cluster;
    String need = "This needs the access level " + needed.label() + " " + place;
    if (!caller.isKnown()) {
      return new Refusal(Denial.UNKNOWN, need + ", for which the caller has to be known.");
    }
    String had =
        (cluster == null ? caller.grants().general() : caller.grants().on(cluster))
            .map(level -> level.label() + " there.")
            .orElse("none there.");
    return new Refusal(Denial.FORBIDDEN, need + "; " + Printable.of(caller.name()) + " has " + had);
  }
}
