// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The checked-in description of the API, as far as it is compared with the code. */
public final class ApiSpec {
  private static final Path DIRECTORY = Path.of("..", "..", "api-spec");

  private final Map<String, Object> document;

  private ApiSpec(Map<String, Object> document) {
    this.document = document;
  }

  /** The description of Flink's own API as it is checked in. */
  public static ApiSpec ofFlinkApi() {
    return of(text("weir-v1.yaml"));
  }

  static ApiSpec checkedIn() {
    return of(text());
  }

  static ApiSpec of(String yaml) {
    return new ApiSpec(map(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
  }

  /** The description as it is checked in. */
  static String text() {
    return text("weir.yaml");
  }

  private static String text(String file) {
    try {
      return Files.readString(DIRECTORY.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // What is read as a map of YAML has strings as keys here.
  private static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  private static List<?> list(Object node) {
    return node == null ? List.of() : (List<?>) node;
  }

  /** Each operation, such as {@code GET /jobs}, with its parameters, such as {@code path jobid}. */
  Map<String, Set<String>> operations() {
    return ofEach(this::parameters);
  }

  /** Each operation with the access level that it says it needs. */
  public Map<String, String> accessLevels() {
    return ofEach(operation -> String.valueOf(operation.get("x-weir-access-level")));
  }

  private <T> Map<String, T> ofEach(Function<Map<String, Object>, T> what) {
    Map<String, T> operations = new TreeMap<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) ->
                            operations.put(
                                method.toUpperCase(Locale.ROOT) + " " + path,
                                what.apply(map(operation)))));
    return operations;
  }

  /** The schema of a parameter, by its name among the components. */
  Map<String, Object> parameterSchema(String name) {
    Map<String, Object> schema = map(resolve("#/components/parameters/" + name).get("schema"));
    return schema.get("$ref") instanceof String reference ? resolve(reference) : schema;
  }

  private Set<String> parameters(Map<String, Object> operation) {
    return list(operation.get("parameters")).stream()
        .map(reference -> resolve((String) map(reference).get("$ref")))
        .map(parameter -> parameter.get("in") + " " + parameter.get("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, Object> resolve(String reference) {
    Map<String, Object> node = document;
    for (String name : reference.substring(2).split("/", -1)) {
      node = map(node.get(name));
    }
    return node;
  }

  List<String> operationIds() {
    return map(document.get("paths")).values().stream()
        .flatMap(item -> map(item).values().stream())
        .map(operation -> (String) map(operation).get("operationId"))
        .toList();
  }

  /** Each object schema with its properties: their types, and whether they are required. */
  Map<String, Map<String, String>> objects() {
    Map<String, Map<String, String>> objects = new TreeMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach(
            (name, schema) -> {
              if ("object".equals(map(schema).get("type"))) {
                objects.put(name, properties(map(schema)));
              }
            });
    return objects;
  }

  private static Map<String, String> properties(Map<String, Object> schema) {
    List<?> required = list(schema.get("required"));
    Map<String, String> properties = new LinkedHashMap<>();
    map(schema.get("properties"))
        .forEach(
            (name, property) ->
                properties.put(
                    name, type(map(property)) + (required.contains(name) ? "" : ", optional")));
    return properties;
  }

  /** In short: {@code int64}, {@code string}, {@code JobId}, {@code [JobId]}, {@code {string}}. */
  private static String type(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.get("allOf") instanceof List<?> one) {
      return type(map(one.get(0)));
    }
    if (schema.containsKey("items")) {
      return "[" + type(map(schema.get("items"))) + "]";
    }
    if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
      return "{" + type(map(values)) + "}";
    }
    return String.valueOf(schema.getOrDefault("format", schema.get("type")));
  }

  /** The values of an enumeration, in order. */
  List<?> values(String name) {
    return list(resolve("#/components/schemas/" + name).get("enum"));
  }
}
