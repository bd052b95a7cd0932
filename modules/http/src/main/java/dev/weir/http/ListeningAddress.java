// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import java.net.URI;
import java.util.Set;

/** The URL under which this machine reaches a listener. */
final class ListeningAddress {
  private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

  private ListeningAddress() {}

  /**
   * The URL of a listener, with {@code localhost} if it listens on every interface.
   *
   * @param tls whether the scheme is https
   * @param bind a host name or an address; an IPv6 address without brackets
   * @param port the actual port, not 0
   */
  static URI of(boolean tls, String bind, int port) {
    String host = EVERY_INTERFACE.contains(bind) ? "localhost" : bind;
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create((tls ? "https://" : "http://") + name + ":" + port);
  }
}
