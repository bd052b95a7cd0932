// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of a description with additional properties refused, which clients have to take but
 * which nobody may send undescribed.
 */
final class StrictSchemas {
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
  private final JsonNode components;

  StrictSchemas(JsonNode document) {
    this.components = document.path("components").deepCopy();
    components.path("schemas").forEach(StrictSchemas::close);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(StrictSchemas::close);
  }

  /** What is wrong with a value, each in words with a pointer to where; empty if all is well. */
  List<String> violations(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(StrictSchemas::inWords)
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode alone = schema.deepCopy();
    ObjectNode root = alone.objectNode();
    close(alone);
    root.putArray("allOf").add(alone);
    root.set("components", components);
    return registry.getSchema(root);
  }

  private static String inWords(Error error) {
    return "at '" + error.getInstanceLocation() + "': " + error.getMessage();
  }
}
