// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client is told to send it; what it adds by habit is its own matter.
 *
 * @param target path and query, each letter one byte
 * @param fields without those that go with the body
 * @param body as text; null for none
 */
record WayRequest(String method, String target, List<Field> fields, @Nullable String body) {
  WayRequest {
    requireNonNull(method);
    requireNonNull(target);
    fields = List.copyOf(fields);
  }

  /** The first value of a header. */
  Optional<String> header(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }
}
