// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * One operation of the description.
 *
 * @param method such as {@code GET}
 * @param template its path, such as {@code /jobs/{jobid}}
 * @param definition what the description says of it
 */
record Operation(String method, String template, JsonNode definition) {
  /** Its name, {@code operationId}. */
  String id() {
    return definition.path("operationId").asText();
  }

  /** Whether it is what a path, without a query, asks for. */
  boolean isAt(String path) {
    // The last of a path may have slashes of its own: a directory for savepoints.
    String pattern =
        template.replaceAll("\\{directory}$", ".+").replaceAll("\\{\\w+}", "[^/]+") + "/?";
    return path.matches(pattern);
  }

  /** How much of its path is fixed: of two that match, the more fixed one is meant. */
  int fixedCharacters() {
    return Pattern.compile("\\{\\w+}").matcher(template).replaceAll("").length();
  }
}
