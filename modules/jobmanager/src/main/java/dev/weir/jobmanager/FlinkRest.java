// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Flink's configuration says about its own REST API. */
final class FlinkRest {
  private static final Pattern SINGLE_PORT = Pattern.compile("[1-9]\\d{0,4}");
  private static final String DEFAULT_PORT = "8081";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> REACHED_BY_LOOPBACK =
      Set.of("", "0.0.0.0", "::", "0:0:0:0:0:0:0:0", "localhost");
  private static final String OURS = "weir.clusters.flink.security.ssl.rest.";

  private final Map<String, String> configuration;

  FlinkRest(Map<String, String> configuration) {
    this.configuration = new HashMap<>(configuration);
  }

  /** Its address in this process; empty if Flink chooses the port, from a range or freely. */
  Optional<URI> address() {
    String port = ports();
    return SINGLE_PORT.matcher(port).matches()
        ? Optional.of(URI.create((tls() ? "https://" : "http://") + host() + ":" + port))
        : Optional.empty();
  }

  /** Whether Flink may take a port for it. A range counts if it begins with the port. */
  boolean mayTake(int port) {
    return ports().strip().split("[-,]", 2)[0].strip().equals(Integer.toString(port));
  }

  /** A port, a range, several of them by commas, or 0 for any. */
  String ports() {
    return first("rest.bind-port", "rest.port", "web.port").orElse(DEFAULT_PORT).strip();
  }

  /** Whether the high-availability services know where the leader's is. */
  boolean isHighlyAvailable() {
    return !first("high-availability.type", "high-availability", "recovery.mode")
        .orElse("none")
        .equalsIgnoreCase("none");
  }

  private boolean tls() {
    return first("security.ssl.rest.enabled", "security.ssl.enabled")
        .filter("true"::equalsIgnoreCase)
        .isPresent();
  }

  /** A certificate names the public address. Without TLS, loopback is the shortest way. */
  private String host() {
    Optional<String> named = tls() ? first("rest.address") : Optional.empty();
    return named.or(this::listening).map(FlinkRest::inUrl).orElse(LOOPBACK);
  }

  /** The only address that Flink listens on; empty if loopback reaches it. */
  private Optional<String> listening() {
    return first("rest.bind-address", "web.address", "jobmanager.web.address")
        .map(String::strip)
        .filter(address -> !REACHED_BY_LOOPBACK.contains(address));
  }

  private static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Flink's certificates as settings of Weir's client. */
  Map<String, String> certificates() {
    Map<String, String> settings = new HashMap<>();
    if (tls()) {
      put(settings, "truststore");
      put(settings, "truststore-password");
    }
    if (first("security.ssl.rest.authentication-enabled")
        .filter("true"::equalsIgnoreCase)
        .isPresent()) {
      put(settings, "keystore");
      put(settings, "keystore-password");
      put(settings, "key-password");
    }
    return settings;
  }

  private void put(Map<String, String> settings, String end) {
    first("security.ssl.rest." + end, "security.ssl." + end)
        .ifPresent(value -> settings.put(OURS + end, value));
  }

  /** The first of several keys that is given: Flink's name of today, then older ones. */
  private Optional<String> first(String... keys) {
    return Stream.of(keys).map(configuration::get).filter(Objects::nonNull).findFirst();
  }
}
