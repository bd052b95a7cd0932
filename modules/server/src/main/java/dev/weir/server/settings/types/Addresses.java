// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses hosts, URLs and origins. Nothing here uses the network. */
public final class Addresses {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern LOOPBACK_IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");
  private static final int MAX_PORT = 65_535;

  private Addresses() {}

  /**
   * A host name, an IPv4 address, or an IPv6 address. An IPv6 address may have brackets, which are
   * dropped.
   */
  static Optional<String> host(String text) {
    if (NAME.matcher(text).matches()) {
      return Optional.of(text);
    }
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String address = bracketed ? text.substring(1, text.length() - 1) : text;
    return isIpv6(address) ? Optional.of(address) : Optional.empty();
  }

  /** A host name or an IPv4 address, in lower case. */
  static Optional<String> name(String text) {
    return NAME.matcher(text).matches()
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** {@code *}, or an origin: scheme, host and port. */
  static Optional<String> origin(String text) {
    if (text.equals("*")) {
      return Optional.of(text);
    }
    return server(text).filter(uri -> uri.getRawPath().isEmpty()).map(URI::toString);
  }

  /** The URL of an OpenID provider, unchanged: tokens contain exactly this text. */
  static Optional<URI> issuer(String text) {
    return server(text);
  }

  /**
   * Whether a host is a loopback address or {@code localhost}. Other names of this machine do not
   * count.
   */
  public static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost") || LOOPBACK_IPV4.matcher(host).matches()) {
      return true;
    }
    try {
      return isIpv6(host) && InetAddress.getByName("[" + host + "]").isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<URI> server(String text) {
    try {
      URI uri = new URI(text);
      return isServer(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isServer(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= MAX_PORT
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isIpv6(String text) {
    if (!IPV6.matcher(text).matches()) {
      return false;
    }
    try {
      // In brackets the text is parsed as an address, and never looked up as a name.
      return InetAddress.getByName("[" + text + "]") != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
