// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.flink.raw.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Adds members that Flink 2.0 removed and that the dashboard of Flink 2.3 still reads. Where a
 * cluster sends them, nothing changes.
 */
public final class RemovedMembers {
  /** The names of all members that are added. */
  public static final Set<String> NAMES =
      Set.of("root-exception", "timestamp", "memorySegmentsAvailable", "memorySegmentsTotal");

  private static final Pattern EXCEPTIONS = Pattern.compile("/jobs/[^/?]+/exceptions(?:\\?.*)?");
  private static final Pattern TASK_MANAGER = Pattern.compile("/taskmanagers/[^/?]+");

  /** The removed members of a TaskManager's metrics by the names that they have now. */
  private static final Map<String, String> METRICS =
      Map.of(
          "nettyShuffleMemorySegmentsAvailable", "memorySegmentsAvailable",
          "nettyShuffleMemorySegmentsTotal", "memorySegmentsTotal");

  private RemovedMembers() {}

  /** The document with the members; the same one if it lacks none. */
  static RawJson added(String path, RawJson json) {
    boolean exceptions = EXCEPTIONS.matcher(path).matches();
    if (!exceptions && !TASK_MANAGER.matcher(path).matches()) {
      return json;
    }
    try {
      JsonNode whole = RawSecrets.MAPPER.readTree(json.bytes());
      JsonNode object = exceptions ? whole : whole.path("metrics");
      Map<String, JsonNode> missing = exceptions ? latest(whole) : buffers(object);
      missing.keySet().removeIf(object::has);
      if (missing.isEmpty() || !(object instanceof ObjectNode members)) {
        return json;
      }
      members.setAll(missing);
      return new RawJson(RawSecrets.MAPPER.writeValueAsBytes(whole));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest failure is the first of the history. */
  private static Map<String, JsonNode> latest(JsonNode whole) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    JsonNode first = whole.at("/exceptionHistory/entries/0");
    if (first.isObject()) {
      members.put("root-exception", first.path("stacktrace"));
      members.put("timestamp", first.path("timestamp"));
    }
    return members;
  }

  private static Map<String, JsonNode> buffers(JsonNode metrics) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    METRICS.forEach(
        (now, removed) -> {
          if (metrics.has(now)) {
            members.put(removed, metrics.get(now));
          }
        });
    return members;
  }
}
