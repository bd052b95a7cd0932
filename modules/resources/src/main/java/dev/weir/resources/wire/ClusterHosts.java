// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.model.clusters.ClusterName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The host names that lead to one cluster, for clients that know no path prefix.
 *
 * @param clusters by host names, in the form of {@link #host}
 */
public record ClusterHosts(Map<String, ClusterName> clusters) {
  /** Copies the map. */
  public ClusterHosts {
    clusters = Map.copyOf(clusters);
  }

  /** The host of an authority, in lower case, without its port and without a trailing dot. */
  public static String host(String authority) {
    String host = authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** All the host names. */
  public Set<String> names() {
    return clusters.keySet();
  }

  /** The cluster that an authority leads to; empty if the authority is none of these. */
  Optional<ClusterName> cluster(String authority) {
    return clusters.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(clusters.get(host(authority)));
  }
}
