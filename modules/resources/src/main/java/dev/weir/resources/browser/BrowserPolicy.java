// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pages in browsers may do here. Other clients say neither {@code Origin} nor {@code
 * Sec-Fetch-Site}, and the name that they call the server by is one that its user has chosen.
 */
public final class BrowserPolicy {
  private static final String ANY = "*";
  private static final String LOCALHOST = "localhost";

  /** An address is no name that somebody else could have made to mean this machine. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final Set<String> hosts;
  private final List<String> origins;
  private final boolean httpsOnly;

  /**
   * Makes the policy.
   *
   * @param hosts names that the server may be called by besides {@code localhost}; {@code *} for
   *     any
   * @param origins those whose pages may read and change, or {@code *} for reading by every page
   * @param httpsOnly whether browsers that come by https are told to do so always
   */
  public BrowserPolicy(List<String> hosts, List<String> origins, boolean httpsOnly) {
    this.hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    this.hosts.add(LOCALHOST);
    this.hosts.addAll(hosts);
    this.origins = List.copyOf(origins);
    this.httpsOnly = httpsOnly;
  }

  /**
   * Whether the server may be called by that name.
   *
   * @param authority a host with or without a port
   */
  public boolean isOurs(String authority) {
    String host = host(authority);
    return hosts.contains(ANY) || ADDRESS.matcher(host).matches() || hosts.contains(host);
  }

  /** What {@code Access-Control-Allow-Origin} is for pages of the origin; null for none. */
  @Nullable String mayRead(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    return origins.contains(ANY) ? ANY : origins.contains(origin) ? origin : null;
  }

  /** Whether pages of the origin, which is not that of the server, may change something. */
  boolean mayChange(@Nullable String origin) {
    return origin != null && origins.contains(origin);
  }

  /** Whether an answer depends on the origin that asks. */
  boolean differsByOrigin() {
    return !origins.isEmpty() && !origins.contains(ANY);
  }

  /** Whether browsers are told to come by https alone, which is for a name and all its ports. */
  boolean isHttpsOnly(URI base) {
    String host = host(String.valueOf(base.getRawAuthority()));
    return httpsOnly
        && "https".equals(base.getScheme())
        && !host.equals(LOCALHOST)
        && !ADDRESS.matcher(host).matches();
  }

  /** An authority without its port, in small letters. */
  static String host(String authority) {
    String host = authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
