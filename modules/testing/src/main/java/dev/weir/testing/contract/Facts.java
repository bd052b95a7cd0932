// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What clients may rely on in one operation, each a line of its own: where it is, its parameters,
 * and every field of every answer with its type.
 */
final class Facts {
  private static final String PROBLEM = "#/components/schemas/Problem";

  private final Contract contract;
  private final Map<String, String> facts = new TreeMap<>();

  private Facts(Contract contract) {
    this.contract = requireNonNull(contract);
  }

  /** Those of an operation, in order. */
  static Map<String, String> of(Contract contract, Operation operation) {
    Facts facts = new Facts(contract);
    facts.collect(operation);
    return facts.facts;
  }

  /** Those of the answer to whatever goes wrong, in order. */
  static Map<String, String> ofProblem(Contract contract) {
    Facts facts = new Facts(contract);
    facts.schema("problem", contract.document().at(PROBLEM.substring(1)), true);
    return facts.facts;
  }

  private void collect(Operation operation) {
    facts.put("address", operation.method() + " " + operation.template());
    facts.put("access level", operation.definition().path("x-weir-access-level").asText());
    operation.definition().path("parameters").forEach(this::parameter);
    operation
        .definition()
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(body -> schema("request " + body.getKey(), body.getValue().path("schema"), true));
    operation
        .definition()
        .path("responses")
        .properties()
        .forEach(response -> response(response.getKey(), contract.resolved(response.getValue())));
  }

  private void parameter(JsonNode reference) {
    JsonNode parameter = contract.resolved(reference);
    String name = parameter.path("in").asText() + " " + parameter.path("name").asText();
    schema("parameter " + name, parameter.path("schema"), parameter.path("required").asBoolean());
  }

  private void response(String status, JsonNode response) {
    facts.put("answer " + status, "possible");
    response
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> facts.put("answer " + status + " header " + name, "sent"));
    response
        .path("content")
        .properties()
        .forEach(body -> content("answer " + status + " " + body.getKey(), body.getValue()));
  }

  /** Of a problem only that it is one: it is the same everywhere, and recorded once. */
  private void content(String place, JsonNode media) {
    JsonNode schema = media.path("schema");
    if (schema.path("$ref").asText().equals(PROBLEM)) {
      facts.put(place, "Problem");
    } else {
      schema(place, schema, true);
    }
  }

  private void schema(String place, JsonNode unresolved, boolean required) {
    JsonNode schema = contract.resolved(unresolved);
    facts.put(place, type(schema) + (required ? "" : ", optional"));
    schema.path("enum").forEach(value -> facts.put(place + " = " + value.asText(), "possible"));
    if (schema.has("items")) {
      schema(place + " []", schema.path("items"), true);
    }
    if (schema.path("additionalProperties").isObject()) {
      schema(place + " {}", schema.path("additionalProperties"), true);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                schema(
                    place + " " + property.getKey(),
                    property.getValue(),
                    isRequired(schema, property.getKey())));
  }

  private static boolean isRequired(JsonNode schema, String property) {
    for (JsonNode name : schema.path("required")) {
      if (name.asText().equals(property)) {
        return true;
      }
    }
    return false;
  }

  private static String type(JsonNode schema) {
    StringBuilder type =
        new StringBuilder(schema.path("format").asText(schema.path("type").asText()));
    append(type, " like ", schema.path("pattern"));
    append(type, " from ", schema.path("minimum"));
    append(type, " to ", schema.path("maximum"));
    append(type, " of at least ", schema.path("minLength"));
    append(type, ", by default ", schema.path("default"));
    return type.toString();
  }

  private static void append(StringBuilder type, String word, JsonNode limit) {
    if (!limit.isMissingNode()) {
      type.append(word).append(limit.asText());
    }
  }
}
