// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requests for every operation that is described, with anything in the place of each part of the
 * path and of each parameter; the same every time.
 */
public final class FuzzedRequests {
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  /** Those would end or begin something if they were given what there really is. */
  private static final Pattern CHANGES = Pattern.compile(".*(cancel|stop|run|savepoint).*");

  private static final List<String> ODD =
      List.of(
          "0",
          "-1",
          "1",
          "2147483648",
          "99999999999999999999",
          "1e3",
          "NaN",
          "true",
          "null",
          "a,b",
          ",",
          ",,,",
          "*",
          "%20",
          "%00",
          "%0a",
          "%0d%0aX:%20y",
          "..",
          "..%2f..%2fetc%2fpasswd",
          "..%252f",
          "%5c..%5c",
          "%ff%fe",
          "%ed%a0%80",
          "%F0%9F%98%80",
          "${jndi:x}",
          "'--",
          "%3Cscript%3E",
          "{}",
          "[]",
          "%7B%22a%22:1%7D",
          "running",
          "RUNNING",
          "embedded",
          "ffffffffffffffffffffffffffffffff",
          "x.jar",
          "P1D",
          "2026-01-01T00:00:00Z",
          "a".repeat(3000));

  private final Random random;
  private final List<String> ids;
  private final Contract contract = Contract.checkedIn();

  /**
   * Makes a source of requests.
   *
   * @param ids real ones, so that some requests come near to something that exists
   */
  public FuzzedRequests(long seed, List<String> ids) {
    this.random = new Random(seed);
    this.ids = List.copyOf(ids);
  }

  /**
   * One request.
   *
   * @param target as it goes on the wire
   */
  public record Fuzzed(String method, String target) {}

  /** So many for each operation. */
  public Stream<Fuzzed> stream(int each) {
    return contract.operations().stream()
        .flatMap(operation -> Stream.generate(() -> fuzzed(operation)).limit(each));
  }

  private Fuzzed fuzzed(Operation operation) {
    boolean harmless =
        operation.method().equals("GET") && !CHANGES.matcher(operation.template()).matches();
    String path =
        PLACE
            .matcher(operation.template())
            .replaceAll(place -> Matcher.quoteReplacement(value(harmless)));
    StringBuilder target = new StringBuilder(path);
    for (JsonNode parameter : operation.definition().path("parameters")) {
      String name = name(parameter);
      for (int times = random.nextInt(3); !name.isEmpty() && times > 0; times--) {
        target.append(target.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
        target.append(value(harmless));
      }
    }
    return new Fuzzed(operation.method(), target.toString());
  }

  /** Of a parameter in the query; empty for others. */
  private String name(JsonNode parameter) {
    JsonNode resolved = contract.resolved(parameter);
    return resolved.path("in").asText().equals("query") ? resolved.path("name").asText() : "";
  }

  private String value(boolean harmless) {
    return switch (random.nextInt(4)) {
      case 0 -> harmless ? ids.get(random.nextInt(ids.size())) : odd();
      case 1 -> noise();
      default -> odd();
    };
  }

  private String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private String noise() {
    byte[] bytes = new byte[1 + random.nextInt(12)];
    random.nextBytes(bytes);
    StringBuilder noise = new StringBuilder();
    for (byte one :
        new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8)) {
      noise.append('%').append("%02x".formatted(one));
    }
    return noise.toString();
  }
}
