// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that are trusted to forward the client's address and the address that it used. They
 * send {@code Forwarded} (RFC 7239), or {@code X-Forwarded-For}, {@code -Proto}, {@code -Host},
 * {@code -Port} and {@code -Prefix}. If there are several in a row, the one nearest to the client
 * counts for the address used. These headers are ignored if another peer sends them.
 */
public final class TrustedProxies {
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\";,\\s]+))\\s*");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::\\d{1,5})?");
  private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,100}){0,10}");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  /** The library also accepts wildcards, numbers, octal and hexadecimal parts, and empty text. */
  private static final IPAddressStringParameters RANGE =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .allow_inet_aton(false)
          .getIPv4AddressParametersBuilder()
          .allowLeadingZeros(false)
          .getParentBuilder()
          .toParams();

  private static final IPAddressStringParameters ADDRESS =
      RANGE.toBuilder().allowPrefix(false).allowMask(false).toParams();

  private final List<IPAddress> ranges;

  /**
   * Trusts the given addresses.
   *
   * @param ranges addresses, or ranges such as {@code 10.0.0.0/8}
   */
  public TrustedProxies(List<String> ranges) {
    this.ranges =
        ranges.stream().map(range -> new IPAddressString(range, RANGE).getAddress()).toList();
  }

  /** Whether a text is an address or a range of addresses. */
  public static boolean isRange(String text) {
    return !text.isBlank() && new IPAddressString(text, RANGE).getAddress() != null;
  }

  /**
   * A request as the client sent it.
   *
   * @param client the client's address
   * @param scheme {@code http} or {@code https}; null if no proxy forwards it
   * @param authority host and perhaps port; null if no proxy forwards it
   * @param prefix the path that proxies have removed, without a trailing slash; empty for none
   */
  public record Original(
      String client, @Nullable String scheme, @Nullable String authority, String prefix) {}

  /**
   * The request as the client sent it.
   *
   * @param peer the address that the connection comes from
   * @param header returns a request header by its name, several lines comma-separated; null if
   *     absent
   * @throws ProblemException if a trusted proxy sends a malformed header
   */
  public Original of(String peer, Function<String, @Nullable String> header) {
    if (!isTrusted(peer)) {
      return new Original(peer, null, null, "");
    }
    String forwarded = header.apply("Forwarded");
    return forwarded == null ? byOldNames(peer, header) : byStandard(peer, forwarded, header);
  }

  private Original byOldNames(String peer, Function<String, @Nullable String> header) {
    Way way = way(peer, list(header.apply("X-Forwarded-For")));
    String authority = authority("X-Forwarded-Host", way.first(header.apply("X-Forwarded-Host")));
    String port = way.first(header.apply("X-Forwarded-Port"));
    if (port != null && !PORT.matcher(port).matches()) {
      throw malformed("X-Forwarded-Port", port);
    }
    return new Original(
        way.client(),
        scheme("X-Forwarded-Proto", way.first(header.apply("X-Forwarded-Proto"))),
        authority == null || port == null || hasPort(authority)
            ? authority
            : authority + ":" + port,
        prefix(way, header));
  }

  private Original byStandard(
      String peer, String forwarded, Function<String, @Nullable String> header) {
    List<String> hops = list(forwarded);
    Way way = way(peer, hops.stream().map(hop -> parameter(hop, "for").orElse("unknown")).toList());
    List<String> trusted = way.trusted(hops);
    return new Original(
        way.client(),
        scheme("Forwarded", first(trusted, "proto")),
        authority("Forwarded", first(trusted, "host")),
        prefix(way, header));
  }

  /** The value of the proxy nearest to the client that gives one; null if none does. */
  private static @Nullable String first(List<String> hops, String name) {
    return hops.stream()
        .map(hop -> parameter(hop, name))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  /** The prefixes that the proxies have removed, joined, the one nearest to the client first. */
  private static String prefix(Way way, Function<String, @Nullable String> header) {
    StringBuilder prefix = new StringBuilder();
    way.trusted(list(header.apply("X-Forwarded-Prefix")))
        .forEach(one -> prefix.append(prefix(one)));
    return prefix.toString();
  }

  /**
   * The way of a request through trusted proxies.
   *
   * @param client the last address on the way that is no trusted proxy
   * @param proxies the number of trusted proxies in a row up to this server
   */
  private record Way(String client, int proxies) {
    /** The entries of a list that trusted proxies have added. */
    List<String> trusted(List<String> all) {
      return all.subList(Math.max(0, all.size() - proxies), all.size());
    }

    /** The entry of the trusted proxy nearest to the client; null if there is none. */
    @Nullable String first(@Nullable String header) {
      List<String> trusted = trusted(list(header));
      return trusted.isEmpty() ? null : trusted.get(0);
    }
  }

  /** Follows the addresses back from the peer, which is trusted. */
  private Way way(String peer, List<String> hops) {
    String client = peer;
    int proxies = 0;
    for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
      Optional<String> address = address(hops.get(i));
      if (address.isEmpty()) {
        break;
      }
      client = address.get();
      proxies++;
    }
    return new Way(client, Math.max(1, proxies));
  }

  /** Whether no proxy is trusted. */
  public boolean areNone() {
    return ranges.isEmpty();
  }

  private boolean isTrusted(String peer) {
    if (areNone()) {
      return false;
    }
    IPAddress address = new IPAddressString(peer, ADDRESS).getAddress();
    return address != null && ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** The address without its port; empty if the hop hides it. */
  private static Optional<String> address(String hop) {
    String host =
        hop.startsWith("[")
            ? hop.substring(1, Math.max(1, hop.indexOf(']')))
            : hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceFirst(":.*", "") : hop;
    return Optional.ofNullable(new IPAddressString(host, ADDRESS).getAddress())
        .filter(address -> !host.isEmpty())
        .map(IPAddress::toCanonicalString);
  }

  private static Optional<String> parameter(String hop, String name) {
    for (String pair : hop.split(";", -1)) {
      Matcher parts = PAIR.matcher(pair);
      if (parts.matches() && parts.group(1).equalsIgnoreCase(name)) {
        return Optional.of(parts.group(2) == null ? parts.group(3) : parts.group(2));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String scheme(String header, @Nullable String given) {
    if (given == null) {
      return null;
    }
    String scheme = given.toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw malformed(header, given);
    }
    return scheme;
  }

  private static @Nullable String authority(String header, @Nullable String given) {
    if (given != null && !AUTHORITY.matcher(given).matches()) {
      throw malformed(header, given);
    }
    return given;
  }

  private static boolean hasPort(String authority) {
    return authority.matches(".*:\\d+");
  }

  private static String prefix(String given) {
    String prefix = given.replaceFirst("/$", "");
    if (!PREFIX.matcher(prefix).matches()) {
      throw malformed("X-Forwarded-Prefix", prefix);
    }
    return prefix;
  }

  private static List<String> list(@Nullable String header) {
    return header == null
        ? List.of()
        : Pattern.compile(",")
            .splitAsStream(header)
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
  }

  private static ProblemException malformed(String header, String value) {
    return new ProblemException(
        ProblemKind.MALFORMED_REQUEST,
        "The header " + header + " of the proxy is malformed: '" + Printable.of(value) + "'.");
  }
}
