// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.contract.ApiDescription;
import dev.weir.testing.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The description of the API as a document to look things up in. */
final class Contract {
  private final JsonNode document;

  Contract(JsonNode document) {
    this.document = requireNonNull(document);
  }

  /** The one that is checked in. */
  static Contract checkedIn() {
    return of(new ApiDescription());
  }

  /** The one of Flink's own API. */
  static Contract ofFlinkApi() {
    return of(ApiDescription.ofFlinkApi());
  }

  private static Contract of(ApiDescription description) {
    return new Contract(
        Json.parse(description.json(URI.create("http://localhost:8081"), List.of())));
  }

  JsonNode document() {
    return document;
  }

  /** All of them, in the order in which they are described. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  /** The one that a request is for; HEAD is for that of GET. */
  Optional<Operation> find(String method, String path) {
    String described = method.equals("HEAD") ? "GET" : method;
    return operations().stream()
        .filter(operation -> operation.method().equals(described) && operation.isAt(path))
        .max(Comparator.comparingInt(Operation::fixedCharacters));
  }

  /** The node itself, or what it refers to; a property with one {@code allOf} is what that is. */
  JsonNode resolved(JsonNode node) {
    if (node.path("$ref").isTextual()) {
      String pointer = node.path("$ref").asText().substring(1);
      return resolved(document.at(pointer));
    }
    return node.path("allOf").size() == 1 ? resolved(node.path("allOf").get(0)) : node;
  }
}
