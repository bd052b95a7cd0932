// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.testing.Answer;
import dev.weir.testing.AnswerCheck;
import dev.weir.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds answers to the description of the API: the status, the media type, the headers and every
 * field have to be described.
 */
public final class AnswerContract implements AnswerCheck {
  private static final String PROBLEM = "application/problem+json";

  /** Pages for people, which are not part of the API. */
  private static final Set<String> PAGES = Set.of("/", "/openapi", "/openapi/");

  /** What the description says of all requests at its beginning, and of none in particular. */
  private static final Set<Integer> OF_ANY_REQUEST = Set.of(408, 414, 429, 431);

  private final Contract contract;
  private final StrictSchemas schemas;

  AnswerContract(Contract contract) {
    this.contract = contract;
    this.schemas = new StrictSchemas(contract.document());
  }

  /** By the description that is checked in. */
  public static AnswerContract checkedIn() {
    return new AnswerContract(Contract.checkedIn());
  }

  @Override
  public void check(String method, String target, Answer answer) {
    List<String> wrong = violations(method, target, answer);
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "Not as described in api-spec/weir.yaml: " + String.join("; ", wrong) + "\n" + answer);
    }
  }

  /** What is wrong with an answer, in words; empty if all is well. */
  List<String> violations(String method, String target, Answer answer) {
    String path = target.split("\\?", 2)[0];
    if (method.equals("OPTIONS") || PAGES.contains(path) || path.startsWith("/problems/")) {
      return List.of();
    }
    return contract
        .find(method, path)
        .or(() -> contract.find(method, withoutCluster(path)))
        .map(operation -> ofOperation(operation, method, answer))
        .orElseGet(() -> ofNoOperation(answer));
  }

  /** For one cluster of several the API is the same, below the name of the cluster. */
  private static String withoutCluster(String path) {
    return path.replaceFirst("^/clusters/[^/]+(?=/)", "");
  }

  private List<String> ofNoOperation(Answer answer) {
    if (answer.status() < 400) {
      return List.of("there is no such operation, and yet it answers " + answer.status());
    }
    return answer.mediaType().equals(PROBLEM)
        ? body(problem(), answer)
        : List.of("a problem of the type '" + answer.mediaType() + "'");
  }

  private static JsonNode problem() {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/Problem");
  }

  private List<String> ofOperation(Operation operation, String method, Answer answer) {
    JsonNode response =
        contract.resolved(
            operation.definition().path("responses").path(String.valueOf(answer.status())));
    if (response.isMissingNode() && OF_ANY_REQUEST.contains(answer.status())) {
      return ofNoOperation(answer);
    }
    if (response.isMissingNode()) {
      return List.of(operation.id() + " has no status " + answer.status());
    }
    List<String> wrong = new ArrayList<>(headers(response, answer));
    if (!method.equals("HEAD")) {
      wrong.addAll(content(response, answer));
    }
    return wrong;
  }

  private static List<String> headers(JsonNode response, Answer answer) {
    List<String> wrong = new ArrayList<>();
    response
        .path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (answer.header(name).isEmpty()) {
                wrong.add("has no header " + name);
              }
            });
    return wrong;
  }

  private List<String> content(JsonNode response, Answer answer) {
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      return answer.bytes().length == 0 ? List.of() : List.of("has a body");
    }
    JsonNode media = content.path(answer.mediaType());
    return media.isMissingNode()
        ? List.of("has the type '" + answer.mediaType() + "'")
        : body(media.path("schema"), answer);
  }

  private List<String> body(JsonNode schema, Answer answer) {
    if (!answer.mediaType().endsWith("json")) {
      return List.of();
    }
    try {
      return schemas.violations(schema, Json.parse(answer.text()));
    } catch (IllegalArgumentException e) {
      return List.of("is not JSON");
    }
  }
}
