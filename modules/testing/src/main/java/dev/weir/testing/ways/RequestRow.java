// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, the status of its answer, and who is known to answer otherwise. */
final class RequestRow {
  private final String method;
  private final String target;
  private final int status;
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, String> exceptions = new LinkedHashMap<>();
  private @Nullable String body;

  private RequestRow(int status, String method, String target) {
    this.status = status;
    this.method = method;
    // Each of its bytes is a letter.
    this.target = new String(target.getBytes(UTF_8), StandardCharsets.ISO_8859_1);
  }

  static RequestRow row(int status, String method, String target) {
    return new RequestRow(status, method, target);
  }

  /** With a header. */
  RequestRow with(String name, String value) {
    fields.add(new Field(name, value));
    return this;
  }

  /** With a body of a type. */
  RequestRow body(String type, String text) {
    body = text;
    return with("Content-Type", type);
  }

  /** With an empty body that is announced as such. */
  RequestRow emptyBody() {
    body = "";
    return this;
  }

  /**
   * But some answer otherwise, for a reason that is none of Weir's.
   *
   * @param trait of the routes that do
   */
  RequestRow except(String trait, String reason) {
    exceptions.put(trait, reason);
    return this;
  }

  int status() {
    return status;
  }

  /** The traits of the routes that answer otherwise, with the reasons. */
  Map<String, String> exceptions() {
    return exceptions;
  }

  /** Whether its answer may be kept for those who come after. */
  boolean isRead() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /**
   * The request.
   *
   * @param base what its path begins with, without a slash at the end
   * @param mark a parameter that makes a read's address one that was never asked for
   * @param tag in place of {@code TAG} in headers
   */
  WayRequest request(String base, String mark, String tag) {
    List<Field> sent =
        fields.stream()
            .map(field -> new Field(field.name(), field.value().replace("TAG", tag)))
            .toList();
    return new WayRequest(method, base + marked(mark), sent, body);
  }

  /** A GET of the same address that says nothing else. */
  WayRequest plain(String base, String mark) {
    return new WayRequest("GET", base + marked(mark), List.of(), null);
  }

  private String marked(String mark) {
    return isRead() ? target + (target.contains("?") ? '&' : '?') + mark : target;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method + " " + target);
    fields.forEach(field -> text.append(", ").append(field.name() + ": " + field.value()));
    if (body != null) {
      text.append(", with ").append(body.isEmpty() ? "an empty body" : body);
    }
    return text.toString();
  }
}
