// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a description of this API has to have that no linter knows of. */
final class DescriptionRules {
  /** The description itself, whose shape is OpenAPI's. */
  private static final Set<String> SHAPED_ELSEWHERE = Set.of("OpenApiDocument");

  /**
   * What whoever is not known, may not, has tried too often or cannot be verified now is answered.
   */
  private static final List<String> OF_SECURITY = List.of("401", "403", "429", "503");

  private final Contract contract;
  private final StrictSchemas schemas;
  private final Predicate<JsonNode> isError;
  private final boolean showsExamples;
  private final List<String> wrong = new ArrayList<>();

  private DescriptionRules(Contract contract, Predicate<JsonNode> isError, boolean showsExamples) {
    this.contract = contract;
    this.schemas = new StrictSchemas(contract.document());
    this.isError = isError;
    this.showsExamples = showsExamples;
  }

  /** The rules for the classic API: errors are problems, and each operation shows an example. */
  static DescriptionRules ofClassicApi(Contract contract) {
    return new DescriptionRules(contract, content -> content.has("application/problem+json"), true);
  }

  /** The rules for Flink's own API: errors have the one shape that its clients know. */
  static DescriptionRules ofFlinkApi(Contract contract) {
    return new DescriptionRules(
        contract,
        content ->
            content.at("/application~1json/schema/$ref").asText().endsWith("/ErrorResponseBody"),
        false);
  }

  /** Where the rules are broken, in words; empty if they are kept. */
  List<String> violations() {
    wrong.clear();
    contract.operations().forEach(this::operation);
    JsonNode components = contract.document().path("components");
    components
        .path("parameters")
        .properties()
        .forEach(one -> explained(one.getKey(), one.getValue()));
    components.path("headers").properties().forEach(one -> explained(one.getKey(), one.getValue()));
    components
        .path("schemas")
        .properties()
        .forEach(
            one -> {
              if (!SHAPED_ELSEWHERE.contains(one.getKey())) {
                schema(one.getKey(), one.getValue());
              }
            });
    return List.copyOf(wrong);
  }

  private void operation(Operation operation) {
    explained(operation.id(), operation.definition());
    for (String status : OF_SECURITY) {
      if (!operation.definition().path("responses").has(status)) {
        wrong.add(operation.id() + " has no status " + status);
      }
    }
    operation
        .definition()
        .path("responses")
        .properties()
        .forEach(
            response ->
                response(
                    operation.id(), response.getKey(), contract.resolved(response.getValue())));
  }

  private void response(String operation, String status, JsonNode response) {
    JsonNode content = response.path("content");
    if (status.compareTo("400") >= 0 && !content.isMissingNode() && !isError.test(content)) {
      wrong.add(operation + " answers " + status + " without an error");
    }
    content
        .properties()
        .forEach(
            media -> {
              JsonNode examples = media.getValue().path("examples");
              if (showsExamples
                  && status.startsWith("2")
                  && examples.isEmpty()
                  && !isDescription(media.getValue())) {
                wrong.add(operation + " shows no example of " + status);
              }
              examples.forEach(
                  example ->
                      example(
                          operation,
                          media.getValue().path("schema"),
                          contract.resolved(example).path("value")));
            });
  }

  /** The answer that is this document would be an example of itself. */
  private static boolean isDescription(JsonNode media) {
    return media.at("/schema/$ref").asText().endsWith("/OpenApiDocument")
        || media.at("/schema/description").asText().startsWith("An OpenAPI document");
  }

  private void example(String operation, JsonNode schema, JsonNode value) {
    schemas
        .violations(schema, value)
        .forEach(
            violation -> wrong.add(operation + " shows what it does not answer, " + violation));
  }

  private void schema(String name, JsonNode schema) {
    explained(name, schema);
    if (schema.path("type").asText().equals("object")
        && !schema.has("properties")
        && !schema.has("additionalProperties")) {
      wrong.add(name + " is an object of no shape");
    }
    schema
        .path("properties")
        .properties()
        .forEach(property -> schema(name + "/" + property.getKey(), property.getValue()));
  }

  private void explained(String name, JsonNode node) {
    if (node.path("description").asText().isBlank()) {
      wrong.add(name + " is not explained");
    }
  }
}
