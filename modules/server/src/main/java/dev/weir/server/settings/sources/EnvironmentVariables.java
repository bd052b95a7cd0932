// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Weir's environment variables: all that begin with {@code WEIR_}, with exceptions. */
final class EnvironmentVariables {
  private static final String PREFIX = "WEIR_";

  // Kubernetes sets these in every pod for each service, and a service may be named weir.
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "[A-Z0-9_]+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
              + "|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
  private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

  /** A variable of the start script; a jar that is started without the script may see it. */
  private static final String OF_THE_SCRIPT = "WEIR_CACHE";

  private static final Pattern OF_SECURITY =
      Pattern.compile("WEIR_(SECURITY|ACCESS|TLS|CLUSTERS|MASKED|AUDIT)_");
  private static final int LETTERS_A_MISTAKE = 4;

  private EnvironmentVariables() {}

  /**
   * The variables that give a setting. An empty variable gives none: compose files leave out
   * variables this way.
   *
   * @param remarks receives a sentence for each other variable that begins with {@code WEIR_} and
   *     gives no setting
   * @param problems receives the variables that look like a mistyped setting
   */
  static Map<String, String> ours(
      Map<String, String> environment, List<String> remarks, Problems problems) {
    Set<String> known =
        SettingKeys.all().stream().map(Setting::environmentVariable).collect(Collectors.toSet());
    Map<String, String> ours = new TreeMap<>();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      String value = variable.getValue();
      if (!name.startsWith(PREFIX) || value.isBlank() || isServiceLink(name, value)) {
        continue;
      }
      if (known.contains(name) || ClusterKeys.nameInVariable(name).isPresent()) {
        ours.put(name, value);
      } else if (isMistyped(name, known)) {
        problems.add(Suggestions.unknownVariable(name));
      } else if (!name.equals(OF_THE_SCRIPT)) {
        remarks.add(
            "The environment variable " + name + " is ignored: it matches no setting of Weir.");
      }
    }
    return ours;
  }

  /**
   * Whether a variable looks like a mistyped setting. A security variable always does: a missing
   * access rule would open the server.
   */
  private static boolean isMistyped(String name, Set<String> known) {
    return OF_SECURITY.matcher(name).lookingAt()
        || known.stream()
            .anyMatch(
                setting ->
                    Suggestions.changes(name, setting)
                        <= Math.max(1, (name.length() - PREFIX.length()) / LETTERS_A_MISTAKE));
  }

  private static boolean isServiceLink(String name, String value) {
    return SERVICE_LINK.matcher(name).matches()
        || (name.endsWith("_PORT") && SERVICE_URL.matcher(value).matches());
  }
}
