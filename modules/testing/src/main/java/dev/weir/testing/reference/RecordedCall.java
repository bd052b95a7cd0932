// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.reference;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call made to a Flink 1.3.2 and what it answered.
 *
 * @param note what the call shows; empty for plain reads
 * @param path path and query, percent-encoded
 * @param form the uploaded file; null unless the call is an upload
 * @param contentType the {@code Content-Type} of the answer
 * @param location the {@code Location} of the answer; null if it had none
 * @param body the body of the answer; 1.3 answered some reads with an empty one
 */
public record RecordedCall(
    String note,
    String method,
    String path,
    @Nullable Form form,
    int status,
    String contentType,
    @Nullable String location,
    String body) {

  /** Checks what may not be null. */
  public RecordedCall {
    requireNonNull(note);
    requireNonNull(method);
    requireNonNull(path);
    requireNonNull(contentType);
    requireNonNull(body);
  }

  /** The file of an upload, as its part of the form named it. */
  public record Form(String field, String fileName, String contentType) {}

  /** Whether the body is a JSON document; an empty body is none, whatever its type says. */
  public boolean isJson() {
    return !body.isEmpty() && Answer.mediaType(contentType).equals("application/json");
  }

  /** The body as JSON. */
  public JsonNode json() {
    return Json.parse(body);
  }

  /**
   * Whether this is an error: by its status, or by a member {@code error} under a status of 200.
   */
  public boolean isError() {
    return status >= 400 || (isJson() && json().path("error").isTextual());
  }

  /** The path without its query. */
  public String pathWithoutQuery() {
    return path.split("\\?", 2)[0];
  }

  /** The query without its question mark. */
  public Optional<String> query() {
    String[] parts = path.split("\\?", 2);
    return parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
  }

  /** Method, path and note: the name of the test that makes this call. */
  public String name() {
    return method + " " + path + (note.isEmpty() ? "" : " (" + note + ")");
  }
}
