package dev.weir.launcher.server.limits;

import dev.weir.resources.TrustedProxies;
import jakarta.ws.rs.BadRequestException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whom limits and failed attempts count as one client: an address; of IPv6 the network of 64 bits,
 * all of which one machine may have.
 */
public final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  /** Nothing else is asked of the operating system, which would look a name up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private ClientAddress() {}

  /** The client of a request; where a trusted proxy says who that is, whom it names. */
  public static String of(Request request, TrustedProxies proxies) {
    if (proxies.areNone()) {
      return of(request.getContext().getConnection());
    }
    String peer = request.getRemoteAddr();
    try {
      return of(proxies.of(peer, name -> all(request, name)).client());
    } catch (BadRequestException e) {
      // It is refused for that later, and counts for the proxy until then.
      return of(peer);
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
        ? of(peer.getAddress())
        : "";
  }

  private static String of(String address) {
    try {
      return LITERAL.matcher(address).matches() ? of(InetAddress.getByName(address)) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
        : address.getHostAddress();
  }
}
