// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.flink.Secrets;
import dev.weir.flink.raw.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks secrets in Flink's own documents: in configurations, user configurations and the options of
 * the JVM. Flink itself masks the first two only, by the list of its release.
 */
final class RawSecrets {
  /** The documents that may hold secrets. */
  private static final Pattern HOLDERS =
      Pattern.compile(
          "(?:/jobs/[^/?]+|/applications/[^/?]+)?/(?:jobmanager/)?(?:config|environment)");

  /** Numbers stay as Flink wrote them. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private RawSecrets() {}

  /** The document with masked secrets; the same one if nothing had to be masked. */
  static RawJson masked(String path, RawJson json, Secrets secrets) {
    if (!HOLDERS.matcher(path).matches()) {
      return json;
    }
    try {
      JsonNode whole = MAPPER.readTree(json.bytes());
      boolean changed = entries(whole, secrets);
      changed |= members(whole.path("execution-config").path("user-config"), secrets);
      changed |= arguments(whole.path("jvm").path("options"), secrets);
      return changed ? new RawJson(MAPPER.writeValueAsBytes(whole)) : json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of objects with a key and a value. */
  private static boolean entries(JsonNode list, Secrets secrets) {
    boolean changed = false;
    for (JsonNode one : list.isArray() ? list : List.<JsonNode>of()) {
      String value = one.path("value").asText();
      String masked = secrets.mask(one.path("key").asText(), value);
      if (one instanceof ObjectNode entry && entry.has("value") && !masked.equals(value)) {
        entry.put("value", masked);
        changed = true;
      }
    }
    return changed;
  }

  private static boolean members(JsonNode object, Secrets secrets) {
    boolean changed = false;
    if (object instanceof ObjectNode members) {
      for (String name : names(members)) {
        String value = members.get(name).asText();
        String masked = secrets.mask(name, value);
        if (!masked.equals(value)) {
          members.put(name, masked);
          changed = true;
        }
      }
    }
    return changed;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean arguments(JsonNode list, Secrets secrets) {
    if (!(list instanceof ArrayNode options)) {
      return false;
    }
    List<String> given = new ArrayList<>();
    options.forEach(option -> given.add(option.asText()));
    List<String> masked = secrets.maskArguments(given);
    if (masked.equals(given)) {
      return false;
    }
    options.removeAll();
    masked.forEach(options::add);
    return true;
  }
}
