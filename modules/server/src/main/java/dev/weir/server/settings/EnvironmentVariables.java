package dev.weir.server.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables that are ours: all that begin with {@code WEIR_}, with exceptions. */
final class EnvironmentVariables {
  private static final String PREFIX = "WEIR_";

  // Kubernetes sets these in every pod for each service, and a service may well be named weir.
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "[A-Z0-9_]+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
              + "|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
  private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

  private EnvironmentVariables() {}

  /**
   * Those that give a setting. An empty one gives none: that is how a variable is left out in a
   * compose file.
   *
   * @throws SettingsException if one begins with {@code WEIR_} and gives no setting
   */
  static Map<String, String> ours(Map<String, String> environment) throws SettingsException {
    Set<String> known =
        SettingKeys.all().stream().map(Setting::environmentVariable).collect(Collectors.toSet());
    Map<String, String> ours = new TreeMap<>();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      String value = variable.getValue();
      if (!name.startsWith(PREFIX) || value.isBlank() || isServiceLink(name, value)) {
        continue;
      }
      if (!known.contains(name) && ClusterKeys.nameInVariable(name).isEmpty()) {
        throw SettingsException.unknownVariable(name);
      }
      ours.put(name, value);
    }
    return ours;
  }

  private static boolean isServiceLink(String name, String value) {
    return SERVICE_LINK.matcher(name).matches()
        || (name.endsWith("_PORT") && SERVICE_URL.matcher(value).matches());
  }
}
