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
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The checked-in description of the API, as far as it is compared with the code. */
final class ApiSpec {
  private static final Path FILE = Path.of("..", "..", "api-spec", "weir.yaml");

  private final Map<String, Object> document;

  private ApiSpec(Map<String, Object> document) {
    this.document = document;
  }

  static ApiSpec checkedIn() {
    try {
      Object loaded =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
      return new ApiSpec(map(loaded));
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
    Map<String, Set<String>> operations = new TreeMap<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) ->
                            operations.put(
                                method.toUpperCase(Locale.ROOT) + " " + path,
                                parameters(map(operation)))));
    return operations;
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

  /** Each object schema with its properties, and whether they are required. */
  Map<String, Map<String, Boolean>> objects() {
    Map<String, Map<String, Boolean>> objects = new TreeMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach(
            (name, schema) -> {
              if ("object".equals(map(schema).get("type"))) {
                objects.put(name, properties(map(schema)));
              }
            });
    return objects;
  }

  private static Map<String, Boolean> properties(Map<String, Object> schema) {
    List<?> required = list(schema.get("required"));
    Map<String, Boolean> properties = new LinkedHashMap<>();
    map(schema.get("properties"))
        .keySet()
        .forEach(property -> properties.put(property, required.contains(property)));
    return properties;
  }

  /** The values of an enumeration, in order. */
  List<?> values(String name) {
    return list(resolve("#/components/schemas/" + name).get("enum"));
  }
}
