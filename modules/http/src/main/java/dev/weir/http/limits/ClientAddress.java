// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.resources.proxy.ClientNetwork;
import dev.weir.resources.proxy.TrustedProxies;
import jakarta.ws.rs.BadRequestException;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.StringJoiner;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** The {@linkplain ClientNetwork client} of a request, or of a connection. */
public final class ClientAddress {
  private ClientAddress() {}

  /** The client of a request; where a trusted proxy says who that is, whom it names. */
  public static String of(Request request, TrustedProxies proxies) {
    if (proxies.areNone()) {
      return of(request.getContext().getConnection());
    }
    String peer = request.getRemoteAddr();
    try {
      return ClientNetwork.of(proxies.of(peer, name -> all(request, name)).client());
    } catch (BadRequestException e) {
      // It is refused for that later, and counts for the proxy until then.
      return ClientNetwork.of(peer);
    }
  }

  /** All headers of a name as one, as JAX-RS has them; null for none. */
  private static @Nullable String all(Request request, String name) {
    Iterator<String> values = request.getHeaders(name).iterator();
    StringJoiner joined = new StringJoiner(",");
    values.forEachRemaining(joined::add);
    return joined.length() == 0 ? null : joined.toString();
  }

  /** Whoever is at the other end of a connection. */
  static String of(Connection<?> connection) {
    return connection.getPeerAddress() instanceof InetSocketAddress peer
            && peer.getAddress() != null
        ? ClientNetwork.of(peer.getAddress())
        : "";
  }
}
