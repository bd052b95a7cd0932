// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.resources.proxy.ClientNetwork;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.resources.proxy.TrustedProxies.Original;
import dev.weir.resources.wire.ProblemException;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.StringJoiner;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Finds the client that limits count for: an address, or a /64 of IPv6 ({@link ClientNetwork}). */
public final class ClientAddress {
  private ClientAddress() {}

  /** The client of a request; the one that a trusted proxy names, if there is one. */
  public static String of(Request request, TrustedProxies proxies) {
    return proxies.areNone()
        ? of(request.getContext().getConnection())
        : ClientNetwork.of(original(request, proxies).client());
  }

  /** What trusted proxies have cut off the path of a request; empty for nothing. */
  public static String prefix(Request request, TrustedProxies proxies) {
    return proxies.areNone() ? "" : original(request, proxies).prefix();
  }

  private static Original original(Request request, TrustedProxies proxies) {
    String peer = request.getRemoteAddr();
    try {
      return proxies.of(peer, name -> all(request, name));
    } catch (ProblemException e) {
      // ForwardedFilter refuses it later; until then it counts for the proxy.
      return new Original(peer, null, null, "");
    }
  }

  /** All values of a header as one list, as JAX-RS joins them; null for none. */
  private static @Nullable String all(Request request, String name) {
    Iterator<String> values = request.getHeaders(name).iterator();
    StringJoiner joined = new StringJoiner(",");
    values.forEachRemaining(joined::add);
    return joined.length() == 0 ? null : joined.toString();
  }

  /** The peer of a connection; empty if it is closed. */
  static String of(Connection<?> connection) {
    return connection.getPeerAddress() instanceof InetSocketAddress peer
            && peer.getAddress() != null
        ? ClientNetwork.of(peer.getAddress())
        : "";
  }
}
