// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import dev.weir.model.MalformedIdException;
import dev.weir.model.clusters.ClusterName;
import dev.weir.server.settings.types.ValueType.FaultException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses clusters and their addresses, and reports the first fault in one sentence. */
final class ClusterAddresses {
  /** The word for the embedded Flink in place of an address. */
  static final String EMBEDDED = "embedded";

  private static final ClusterName UNNAMED = new ClusterName("default");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");
  private static final Pattern PORT = Pattern.compile("[^/]*://[^/?#]*:([^:/?#\\]]*)([/?#].*)?");
  private static final int MAX_PORT = 65_535;

  private ClusterAddresses() {}

  /** Clusters by name, in the given order; a cluster without a name is called {@code default}. */
  static Map<ClusterName, List<URI>> clusters(String text) throws FaultException {
    Map<ClusterName, List<URI>> clusters = new LinkedHashMap<>();
    for (String entry : text.strip().split("[\\s;]+", -1)) {
      // A query has = too; it is reported as a fault of the address.
      int equals = entry.indexOf('=');
      boolean named = equals >= 0 && !SCHEME.matcher(entry.substring(0, equals)).matches();
      ClusterName name = named ? name(entry.substring(0, equals)) : UNNAMED;
      List<URI> addresses = addresses(named ? entry.substring(equals + 1) : entry);
      if (clusters.putIfAbsent(name, addresses) != null) {
        throw new FaultException(
            named
                ? "two clusters are called '" + name + "'"
                : "several clusters need names, such as prod=http://jm:8081");
      }
    }
    return clusters;
  }

  /** Addresses of JobManagers, without trailing slashes; empty for {@code embedded}. */
  static List<URI> addresses(String text) throws FaultException {
    if (text.equals(EMBEDDED)) {
      return List.of();
    }
    List<URI> addresses = new ArrayList<>();
    for (String address : text.split(",", -1)) {
      addresses.add(address(address.strip().replaceFirst("/+$", "")));
    }
    return List.copyOf(addresses);
  }

  /** The name of a cluster. */
  static ClusterName name(String text) throws FaultException {
    try {
      return new ClusterName(text);
    } catch (MalformedIdException e) {
      throw new FaultException(
          ClusterName.isReserved(text)
              ? "'%s' is a reserved name: /clusters/%s is about all clusters".formatted(text, text)
              : "'%s' is not a cluster name; use letters, digits, - and _"
                  .formatted(Masked.text(text)));
    }
  }

  private static URI address(String text) throws FaultException {
    String shown = "'" + Masked.text(text) + "'";
    if (text.isEmpty()) {
      throw new FaultException("an address is empty; separate addresses by commas without blanks");
    }
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      throw new FaultException(shown + " must begin with http:// or https://");
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) {
      throw new FaultException(shown + " must be http or https, not " + name);
    }
    URI address = parsed(text, shown);
    if (address.getRawAuthority() != null && address.getRawAuthority().contains("@")) {
      throw new FaultException(
          shown + " must not have a user; weir.clusters.<name>.user is for that");
    }
    if (address.getRawQuery() != null) {
      throw new FaultException(shown + " must not have a query (what follows ?)");
    }
    if (address.getRawFragment() != null) {
      throw new FaultException(shown + " must not have a fragment (what follows #)");
    }
    requirePort(text, shown);
    if (address.getHost() == null) {
      throw new FaultException(shown + " has no valid host name; use letters, digits, - and dots");
    }
    return address;
  }

  private static URI parsed(String text, String shown) throws FaultException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new FaultException(shown + " is not a URL: " + e.getReason().toLowerCase(Locale.ROOT));
    }
  }

  private static void requirePort(String text, String shown) throws FaultException {
    Matcher port = PORT.matcher(text);
    if (port.matches() && !isPort(port.group(1))) {
      throw new FaultException(
          "the port of " + shown + " must be a whole number from 1 to " + MAX_PORT);
    }
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= MAX_PORT;
  }
}
