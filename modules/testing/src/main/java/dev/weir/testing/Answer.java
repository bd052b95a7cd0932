// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server answered: status, headers and body, with the request that caused it. */
public final class Answer {
  private static final int SHOWN_CHARACTERS = 600;

  private final String request;
  private final int status;
  private final TreeMap<String, List<String>> headers =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  /**
   * Makes an answer.
   *
   * @param request the request in words, for failure messages
   */
  public Answer(String request, int status, Map<String, List<String>> headers, byte[] body) {
    this.request = requireNonNull(request);
    this.status = status;
    this.headers.putAll(headers);
    this.body = body.clone();
  }

  /** The request line that this answers, for failure messages. */
  public String request() {
    return request;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }

  /** The names and values of all headers; names compare without case. */
  public Map<String, List<String>> headers() {
    return new TreeMap<>(headers);
  }

  /** The media type without parameters in lower case; empty if there is none. */
  public String mediaType() {
    return mediaType(header("Content-Type").orElse(""));
  }

  /** The type and subtype of a {@code Content-Type} value, in lower case. */
  public static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The body as it was sent. */
  public byte[] bytes() {
    return body.clone();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  public JsonNode json() {
    return Json.parse(text());
  }

  /** Request, status, type and the start of the body. */
  @Override
  public String toString() {
    String text = text();
    return request
        + " -> "
        + status
        + " "
        + header("Content-Type").orElse("(no type)")
        + " "
        + (text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…");
  }
}
