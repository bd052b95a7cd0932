// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The text of {@code --help} around the options. */
final class Help {
  private static final int WIDTH = 100;
  private static final String INDENT = "      ";

  private Help() {}

  static void describe(UsageMessageSpec usage) {
    usage
        .width(WIDTH)
        .sortOptions(false)
        .customSynopsis("java -jar weir.jar [OPTIONS]")
        .description(
            "%nServes the classic monitoring REST API of Apache Flink, for an embedded Flink or for the clusters of --cluster.")
        .optionListHeading("%n")
        .footer(footer().toArray(String[]::new));
  }

  static String defaultOf(Setting<?> setting) {
    return setting.defaultText().map(text -> " Default: " + text).orElse("");
  }

  private static String assigned(Setting<?> setting) {
    return setting.defaultText().map(text -> " = " + text).orElse("");
  }

  private static void add(Setting<?> setting, List<String> lines) {
    lines.add("  " + setting.key() + assigned(setting) + " (" + setting.type().name() + ")");
    lines.addAll(wrapped(setting.meaning()));
  }

  /** Lines between words: picocli would also break at the points of names of files. */
  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(line.length() == INDENT.length() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Settings without their own option (use --set):");
    SettingKeys.all().stream()
        .filter(setting -> setting.option().isEmpty())
        .forEach(setting -> add(setting, lines));
    lines.add("");
    lines.add("Settings of each cluster, best given in a file:");
    ClusterKeys.all().forEach(setting -> add(setting, lines));
    lines.addAll(
        List.of(
            "",
            "Sources of settings, highest priority first:",
            "  1. the command line",
            "  2. a Java system property:    java -Dweir.port=9090 -jar weir.jar",
            "  3. an environment variable:   WEIR_PORT=9090 (capitals, _ for every . and -)",
            "  4. the file of --config, YAML or Java properties:             weir.port: 9090",
            "  5. its key in config.yaml or flink-conf.yaml of --conf-dir:   weir.port: 9090",
            "  6. Flink's own key in that file, where there is one:          rest.port: 9090",
            "  7. the default",
            "",
            "Exit codes:",
            "  0         the server stopped normally, or --check found no problem",
            "  1         the server could not start, for example because the port is in use",
            "  2         an option, a setting or a file named by a setting is invalid",
            "  130, 143  stopped by Ctrl-C (SIGINT) or SIGTERM",
            "",
            "Examples:",
            "  java -jar weir.jar --demo",
            "      an embedded Flink with example jobs, at http://localhost:8081",
            "  java -jar weir.jar --port 9090 --cluster http://jobmanager:8081",
            "      the API of another cluster",
            "  java -jar weir.jar --conf-dir /opt/flink/conf --set weir.embedded.slots=16",
            "      an embedded Flink with the configuration of the one in /opt/flink"));
    return lines;
  }
}
