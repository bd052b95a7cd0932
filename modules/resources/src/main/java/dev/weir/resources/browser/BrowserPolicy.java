// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import dev.weir.resources.wire.ClusterHosts;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What web pages may do with this server. Other clients send neither {@code Origin} nor {@code
 * Sec-Fetch-Site}, and their users choose the host name.
 */
public final class BrowserPolicy {
  private static final String ANY = "*";
  private static final String LOCALHOST = "localhost";

  /** IP literals are always allowed: DNS rebinding needs a name. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final Set<String> hosts;
  private final List<String> origins;
  private final boolean httpsOnly;

  /**
   * Creates the policy.
   *
   * @param hosts accepted host names besides {@code localhost}; {@code *} accepts any
   * @param origins origins whose pages may read and change; {@code *} lets every page read
   * @param httpsOnly whether browsers that use https are told to use it always
   */
  public BrowserPolicy(List<String> hosts, List<String> origins, boolean httpsOnly) {
    this.hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    this.hosts.add(LOCALHOST);
    this.hosts.addAll(hosts);
    this.origins = List.copyOf(origins);
    this.httpsOnly = httpsOnly;
  }

  /**
   * Whether the host is accepted.
   *
   * @param authority a host with or without a port
   */
  public boolean isOurs(String authority) {
    String host = ClusterHosts.host(authority);
    return hosts.contains(ANY) || ADDRESS.matcher(host).matches() || hosts.contains(host);
  }

  /** The value of {@code Access-Control-Allow-Origin} for pages of the origin; null for none. */
  @Nullable String mayRead(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    return origins.contains(ANY) ? ANY : origins.contains(origin) ? origin : null;
  }

  /** Whether pages of a foreign origin may change something. */
  boolean mayChange(@Nullable String origin) {
    return origin != null && origins.contains(origin);
  }

  /** Whether answers depend on the origin of the request. */
  boolean differsByOrigin() {
    return !origins.isEmpty() && !origins.contains(ANY);
  }

  /** Whether browsers are told to use https only. That covers a host name with all its ports. */
  boolean isHttpsOnly(URI base) {
    String host = ClusterHosts.host(String.valueOf(base.getRawAuthority()));
    return httpsOnly
        && "https".equals(base.getScheme())
        && !host.equals(LOCALHOST)
        && !ADDRESS.matcher(host).matches();
  }
}
