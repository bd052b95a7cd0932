package dev.weir.resources;

import dev.weir.model.Printable;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that are believed when they say whom they ask for and under which address: by {@code
 * Forwarded} (RFC 7239) or by {@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code -Port}
 * and {@code -Prefix}. What anybody else says in these headers is passed over.
 */
public final class TrustedProxies {
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\";,\\s]+))\\s*");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::\\d{1,5})?");
  private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,100}){0,10}");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  private final List<IPAddress> ranges;

  /**
   * Trusts those addresses.
   *
   * @param ranges addresses, or ranges such as {@code 10.0.0.0/8}
   */
  public TrustedProxies(List<String> ranges) {
    this.ranges = ranges.stream().map(range -> new IPAddressString(range).getAddress()).toList();
  }

  /** Whether a text is an address or a range of addresses. */
  public static boolean isRange(String text) {
    IPAddressString address = new IPAddressString(text);
    return !text.isBlank() && address.getAddress() != null && !address.isPrefixOnly();
  }

  /**
   * A request as the client sent it.
   *
   * @param client the client's address
   * @param scheme {@code http} or {@code https}; null if no proxy says
   * @param authority host and perhaps port; null if no proxy says
   * @param prefix what a proxy has cut off the path, without a slash at its end; empty for nothing
   */
  public record Original(
      String client, @Nullable String scheme, @Nullable String authority, String prefix) {}

  /**
   * The request as the client sent it.
   *
   * @param peer the address that the connection comes from
   * @param header a header of the request by its name; several of one name apart by commas
   * @throws BadRequestException if a trusted proxy sends a header that makes no sense
   */
  public Original of(String peer, Function<String, @Nullable String> header) {
    if (!isTrusted(peer)) {
      return new Original(peer, null, null, "");
    }
    String forwarded = header.apply("Forwarded");
    String prefix = prefix(last(header.apply("X-Forwarded-Prefix")));
    return forwarded == null
        ? byOldNames(peer, header, prefix)
        : byStandard(peer, forwarded, prefix);
  }

  private Original byOldNames(
      String peer, Function<String, @Nullable String> header, String prefix) {
    String authority = authority("X-Forwarded-Host", last(header.apply("X-Forwarded-Host")));
    String port = last(header.apply("X-Forwarded-Port"));
    if (port != null && !PORT.matcher(port).matches()) {
      throw malformed("X-Forwarded-Port", port);
    }
    return new Original(
        client(peer, list(header.apply("X-Forwarded-For"))),
        scheme("X-Forwarded-Proto", last(header.apply("X-Forwarded-Proto"))),
        authority == null || port == null || hasPort(authority)
            ? authority
            : authority + ":" + port,
        prefix);
  }

  private Original byStandard(String peer, String forwarded, String prefix) {
    List<String> hops = list(forwarded);
    String nearest = hops.isEmpty() ? "" : hops.get(hops.size() - 1);
    return new Original(
        client(
            peer,
            hops.stream().map(hop -> parameter(hop, "for")).flatMap(Optional::stream).toList()),
        scheme("Forwarded", parameter(nearest, "proto").orElse(null)),
        authority("Forwarded", parameter(nearest, "host").orElse(null)),
        prefix);
  }

  /** The last of those on the way that is no proxy of ours. */
  private String client(String peer, List<String> way) {
    List<String> back = new ArrayList<>(way);
    Collections.reverse(back);
    String client = peer;
    for (String hop : back) {
      Optional<String> address = address(hop);
      if (address.isEmpty() || !isTrusted(client)) {
        break;
      }
      client = address.get();
    }
    return client;
  }

  /** Whether nobody is trusted. */
  public boolean areNone() {
    return ranges.isEmpty();
  }

  private boolean isTrusted(String peer) {
    if (areNone()) {
      return false;
    }
    IPAddress address = new IPAddressString(peer).getAddress();
    return address != null && ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** Without a port; a hop may have hidden it, which is no address then. */
  private static Optional<String> address(String hop) {
    String host =
        hop.startsWith("[")
            ? hop.substring(1, Math.max(1, hop.indexOf(']')))
            : hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceFirst(":.*", "") : hop;
    return Optional.ofNullable(new IPAddressString(host).getAddress())
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

  private static String prefix(@Nullable String given) {
    String prefix = given == null ? "" : given.replaceFirst("/$", "");
    if (!PREFIX.matcher(prefix).matches()) {
      throw malformed("X-Forwarded-Prefix", prefix);
    }
    return prefix;
  }

  private static @Nullable String last(@Nullable String header) {
    List<String> all = list(header);
    return all.isEmpty() ? null : all.get(all.size() - 1);
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

  private static BadRequestException malformed(String header, String value) {
    return new BadRequestException(
        "The header " + header + " of the proxy is malformed: '" + Printable.of(value) + "'.");
  }
}
