// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.client.model.Problem;
import dev.weir.client.model.SavepointProgress;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that did not come to what was asked for: there was no answer, or an error was. */
public class ApiException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  private final int code;
  private final transient HttpHeaders headers;
  private final @Nullable String body;

  /** There was no answer, or none that could be read. */
  public ApiException(Throwable cause) {
    super(cause);
    this.code = 0;
    this.headers = NONE;
    this.body = null;
  }

  /** Nothing was asked, since something was missing. */
  public ApiException(int code, String message) {
    this(code, message, NONE, null);
  }

  /**
   * The server answered with an error.
   *
   * @param message what was called, and what it came to
   * @param body the body of the answer; null if it has none
   */
  public ApiException(
      int code, @Nullable String message, @Nullable HttpHeaders headers, @Nullable String body) {
    super(message);
    this.code = code;
    this.headers = headers == null ? NONE : headers;
    this.body = body;
  }

  /** The HTTP status; 0 if there was no answer. */
  public int getCode() {
    return code;
  }

  /** The headers of the answer; none if there was no answer. */
  public HttpHeaders getResponseHeaders() {
    return headers == null ? NONE : headers;
  }

  /** The body of the answer; null if there is none. */
  public @Nullable String getResponseBody() {
    return body;
  }

  /** What went wrong as the server says it (RFC 9457); empty if something else answered. */
  public Optional<Problem> problem() {
    return as("application/problem+json", Problem.class);
  }

  /** The outcome of a savepoint that failed, which is an error and no problem. */
  Optional<SavepointProgress> savepoint() {
    return as("application/json", SavepointProgress.class);
  }

  private <T> Optional<T> as(String mediaType, Class<T> type) {
    String given = getResponseHeaders().firstValue("Content-Type").orElse("");
    if (body == null || !given.split(";", 2)[0].strip().equalsIgnoreCase(mediaType)) {
      return Optional.empty();
    }
    try {
      ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
      return Optional.of(mapper.readValue(body, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
