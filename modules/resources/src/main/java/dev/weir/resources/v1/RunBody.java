// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.classic.JarParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to run a jar or to plan it, for every Flink from 1.15 on.
 *
 * <p>As in Flink, members of the body count more than parameters of the query. Flink 2 has dropped
 * {@code program-args} and {@code programArgs}, which its own dashboard still sends and which it
 * ignores; here they become {@code programArgsList}.
 */
final class RunBody {
  private static final Map<String, String> IN_QUERY =
      Map.of(
          "entry-class", "entryClass",
          "parallelism", "parallelism",
          "allowNonRestoredState", "allowNonRestoredState",
          "savepointPath", "savepointPath");
  private static final String ARGUMENTS = "programArgsList";
  private static final String TEXT_IN_QUERY = "program-args";
  private static final String TEXT = "programArgs";
  private static final String LIST_IN_QUERY = "programArg";
  private static final String SAVEPOINT = "savepointPath";

  private RunBody() {}

  static Map<String, Object> of(MultivaluedMap<String, String> query, ChangeBody body) {
    Map<String, Object> all = new LinkedHashMap<>();
    IN_QUERY.forEach((parameter, member) -> put(all, member, query.getFirst(parameter)));
    // The dashboard sends the arguments in place of the savepoint, too.
    all.computeIfPresent(
        SAVEPOINT, (name, value) -> value.equals(query.getFirst(TEXT_IN_QUERY)) ? null : value);
    List<String> arguments = arguments(query);
    if (!arguments.isEmpty()) {
      all.put(ARGUMENTS, arguments);
    }
    body.members()
        .forEach(
            (name, value) -> {
              if (value != null && !name.equals(TEXT)) {
                all.put(name, value);
              }
            });
    if (body.members().get(TEXT) instanceof String text
        && !text.isBlank()
        && body.members().get(ARGUMENTS) == null) {
      all.put(ARGUMENTS, JarParameters.split(text));
    }
    return all;
  }

  private static void put(Map<String, Object> all, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      all.put(name, value);
    }
  }

  private static List<String> arguments(MultivaluedMap<String, String> query) {
    List<String> arguments = new ArrayList<>();
    for (String list : query.getOrDefault(LIST_IN_QUERY, List.of())) {
      arguments.addAll(List.of(list.split(",")));
    }
    String text = Objects.requireNonNullElse(query.getFirst(TEXT_IN_QUERY), "");
    return arguments.isEmpty() ? JarParameters.split(text) : arguments;
  }
}
