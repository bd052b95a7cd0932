// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import dev.weir.model.Printable;
import dev.weir.model.clusters.ClusterName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a caller may make a request. It depends on its arguments only. */
public final class Access {
  private Access() {}

  /** Why a request was denied. */
  public enum Denial {
    /** The caller is anonymous and must authenticate: 401. */
    UNKNOWN,
    /** The caller is known but lacks the access level: 403. */
    FORBIDDEN
  }

  /**
   * A denied request.
   *
   * @param denial the kind of denial
   * @param sentence what is missing, as a sentence for the client
   */
  public record Refusal(Denial denial, String sentence) {}

  /**
   * Checks the access level of a caller.
   *
   * @param caller sender of the request
   * @param cluster the requested cluster; null for the server or all clusters, where the level on
   *     any cluster suffices
   * @param needed the required level
   * @return empty if allowed
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
      return new Refusal(Denial.UNKNOWN, need + "; the caller must authenticate.");
    }
    String had =
        (cluster == null ? caller.grants().general() : caller.grants().on(cluster))
            .map(level -> level.label() + " there.")
            .orElse("none there.");
    return new Refusal(Denial.FORBIDDEN, need + "; " + Printable.of(caller.name()) + " has " + had);
  }
}
