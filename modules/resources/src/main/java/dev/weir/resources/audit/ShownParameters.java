// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import dev.weir.flink.Secrets;
import dev.weir.resources.change.Option;
import dev.weir.resources.classic.JarParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters of a change as the audit log shows them, with secrets masked. Program arguments
 * are masked as one list. Neither the parameters that hold them nor their order matters.
 */
final class ShownParameters {
  /**
   * Options that are lists: program arguments, and configuration entries, which are masked like
   * them.
   */
  private static final Set<Option> LISTS =
      Set.of(Option.PROGRAM_ARGS_LIST, Option.FLINK_CONFIGURATION);

  /** Credentials in an address: a user, a key or a password. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/@\\s]++@");

  private final Secrets secrets;

  ShownParameters(Secrets secrets) {
    this.secrets = secrets;
  }

  Map<String, List<String>> of(Map<String, List<String>> parameters) {
    boolean open = parameters.entrySet().stream().anyMatch(this::endsInName);
    Map<String, List<String>> shown = new TreeMap<>();
    parameters.forEach((name, values) -> shown.put(name, shown(name, values, open)));
    return shown;
  }

  private static boolean isText(String name) {
    return Option.named(name).equals(Optional.of(Option.PROGRAM_ARGS));
  }

  private static boolean isList(String name) {
    return Option.named(name).filter(LISTS::contains).isPresent();
  }

  /** Whether these arguments end in the name of a secret, so that its value has to follow. */
  private boolean endsInName(Map.Entry<String, List<String>> parameter) {
    if (isText(parameter.getKey())) {
      return parameter.getValue().stream().map(JarParameters::split).anyMatch(secrets::endInName);
    }
    return isList(parameter.getKey()) && secrets.endInName(parameter.getValue());
  }

  private List<String> shown(String name, List<String> values, boolean open) {
    if (isText(name)) {
      return values.stream()
          .map(text -> String.join(" ", arguments(JarParameters.split(text), open)))
          .toList();
    }
    return isList(name)
        ? arguments(values, open)
        : values.stream()
            .map(value -> USER_INFO.matcher(secrets.mask(name, value)).replaceAll("******@"))
            .toList();
  }

  private List<String> arguments(List<String> arguments, boolean open) {
    List<String> masked = new ArrayList<>(secrets.maskArguments(arguments));
    if (open && !masked.isEmpty() && !masked.get(0).startsWith("--")) {
      masked.set(0, Secrets.MASKED);
    }
    return masked;
  }
}
