// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.testing.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * What of an answer must be the same for everybody: all but what is of a time, a connection, or the
 * address of the server.
 */
record Seen(int status, Map<String, String> headers, String body) {
  private static final Set<String> OF_ONE_ANSWER =
      Set.of(
          "age",
          "connection",
          "content-length",
          "date",
          "keep-alive",
          "last-modified",
          "strict-transport-security",
          "transfer-encoding");

  static Seen of(Answer answer, Route route) {
    Map<String, String> headers = new TreeMap<>();
    answer
        .headers()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!OF_ONE_ANSWER.contains(lower) && !lower.startsWith(":")) {
                headers.put(lower, value(lower, values));
              }
            });
    return new Seen(answer.status(), headers, body(answer, route));
  }

  private static String value(String name, List<String> values) {
    String all = String.join(", ", values);
    return switch (name) {
      case "x-request-id" -> "an id";
      case "vary", "allow" -> new TreeSet<>(List.of(all.split("\\s*,\\s*"))).toString();
      case "content-type" -> all.replace(" ", "").toLowerCase(Locale.ROOT);
      default -> all;
    };
  }

  private static String body(Answer answer, Route route) {
    boolean gzip = answer.header("Content-Encoding").orElse("").equals("gzip");
    String text = gzip ? inflated(answer.bytes()) : answer.text();
    return text.replace(route.base().toString(), "http://server/")
        .replace(route.prefix() + "/", "/")
        .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "an id");
  }

  private static String inflated(byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same to those whose client took the answer compressed, and did not have to be told to. */
  Seen whateverItsEncoding() {
    Map<String, String> plain = new TreeMap<>(headers);
    plain.remove("content-encoding");
    plain.computeIfPresent("etag", (name, tag) -> tag.replace("-gzip\"", "\""));
    return new Seen(status, plain, body);
  }
}
