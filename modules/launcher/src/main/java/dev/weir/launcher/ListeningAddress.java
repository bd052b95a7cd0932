// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.net.URI;
import java.util.Set;

/** The URL under which this machine reaches what listens on a host and a port. */
public final class ListeningAddress {
  private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private ListeningAddress() {}

  /**
   * The URL of a listener; where it listens on every interface, that is {@code localhost}.
   *
   * @param tls whether it is https
   * @param bind a host name or an address; an IPv6 address without brackets
   * @param port the port that it really has, not 0
   */
  public static URI of(boolean tls, String bind, int port) {
    String host = EVERY_INTERFACE.contains(bind) ? "localhost" : bind;
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create((tls ? "https://" : "http://") + name + ":" + port);
  }
}
