// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Set;

/**
 * A client and the server that it asks.
 *
 * @param base where the API is
 * @param traits what exceptions of the table are for, such as {@code HTTP/1.0} or {@code Tomcat}
 */
public record Route(String name, Way way, URI base, Set<String> traits) {
  /** Nothing of it may be missing. */
  public Route {
    requireNonNull(name);
    requireNonNull(way);
    requireNonNull(base);
    traits = Set.copyOf(traits);
  }

  URI server() {
    return URI.create(base.getScheme() + "://" + base.getRawAuthority());
  }

  /** The path that all paths of the table come after. */
  String prefix() {
    return base.getRawPath().replaceFirst("/$", "");
  }
}
