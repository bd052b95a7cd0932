// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Walks a JSON document. */
public final class JsonValues {
  private JsonValues() {}

  /** Every value of a document with its pointer, containers before what they hold. */
  public static Map<String, JsonNode> of(JsonNode document) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    collect(document, "", values);
    return values;
  }

  private static void collect(JsonNode node, String at, Map<String, JsonNode> values) {
    values.put(at, node);
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> collect(entry.getValue(), at + "/" + entry.getKey(), values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), at + "/" + i, values);
      }
    }
  }
}
