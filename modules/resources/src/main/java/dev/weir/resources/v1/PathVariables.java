// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.model.HexId;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables in a path of Flink's API.
 *
 * @param names such as {@code jobid}
 * @param values as sent by the client, encoded
 */
record PathVariables(List<String> names, List<String> values) {
  private static final Set<String> HEX =
      Set.of("jobid", "vertexid", "applicationid", "triggerid", "datasetid");
  private static final Set<String> NUMBERS = Set.of("checkpointid", "subtaskindex", "attempt");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

  /** What would lead out of a directory; Flink decodes a path twice. */
  private static final Pattern LEADS_AWAY =
      Pattern.compile("\\.{1,2}|.*[/\\\\\\p{Cntrl}].*", Pattern.DOTALL);

  /**
   * The same variables in their canonical form.
   *
   * @throws ProblemException 400 if one is malformed
   */
  PathVariables checked() {
    return new PathVariables(
        names, names.stream().map(name -> checked(name, encoded(name))).toList());
  }

  private static String checked(String name, String encoded) {
    String once = decoded(encoded);
    if (HEX.contains(name)) {
      return HexId.read(once).orElseThrow(() -> malformed(name, once, HexId.RIGHT));
    }
    if (NUMBERS.contains(name)) {
      if (!NUMBER.matcher(once).matches()) {
        throw malformed(name, once, "it must be a number");
      }
      return once;
    }
    if (LEADS_AWAY.matcher(once).matches() || LEADS_AWAY.matcher(decoded(once)).matches()) {
      throw malformed(name, once, "it must be one segment of a path");
    }
    return encoded;
  }

  /** A {@code +} is itself in a path. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Flink reads such a text as it is.
      return text;
    }
  }

  private static ProblemException malformed(String name, String text, String right) {
    return new ProblemException(
        ProblemKind.MALFORMED_PARAMETER,
        "'" + Printable.of(text) + "' is not a " + name + ": " + right + ".");
  }

  /** The value of a variable, as sent by the client. */
  String encoded(String name) {
    return values.get(names.indexOf(name));
  }

  /** The decoded value of a variable; empty if the route has none of that name. */
  Optional<String> value(String name) {
    return names.contains(name) ? Optional.of(decoded(encoded(name))) : Optional.empty();
  }
}
