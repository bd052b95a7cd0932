// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says around the options. */
final class Help {
  private static final int WIDTH = 100;

  private Help() {}

  static void describe(UsageMessageSpec usage) {
    usage
        .width(WIDTH)
        .sortOptions(false)
        .customSynopsis("java -jar weir.jar [OPTIONS]")
        .description(
            "%nServes the classic monitoring REST API of Apache Flink, with the data of a Flink that"
                + " runs embedded in this process or of the cluster that --cluster names.")
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
    lines.add("      " + setting.meaning());
  }

  private static List<String> footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Settings without an option of their own (give them with --set):");
    SettingKeys.all().stream()
        .filter(setting -> setting.option().isEmpty())
        .forEach(setting -> add(setting, lines));
    lines.add("");
    lines.add("Settings of each cluster, most readily given in a file:");
    ClusterKeys.all().forEach(setting -> add(setting, lines));
    lines.addAll(
        List.of(
            "",
            "Where a setting may come from, the strongest first:",
            "  1. the command line",
            "  2. a Java system property:    java -Dweir.port=9090 -jar weir.jar",
            "  3. an environment variable:   WEIR_PORT=9090 (capitals, _ for every . and -)",
            "  4. the file of --config, YAML or Java properties:             weir.port: 9090",
            "  5. its key in config.yaml or flink-conf.yaml of --conf-dir:   weir.port: 9090",
            "  6. Flink's own key in that file, where there is one:          rest.port: 9090",
            "  7. the default",
            "",
            "Exit codes:",
            "  0         the server came to an end as it should, or --check found nothing wrong",
            "  1         it could not start, for example because the port is taken",
            "  2         an option, a setting or a file that it names is not right",
            "  130, 143  ended by Ctrl-C (SIGINT), by SIGTERM",
            "",
            "Examples:",
            "  java -jar weir.jar --demo",
            "      an embedded Flink with example jobs, at http://localhost:8081",
            "  java -jar weir.jar --port 9090 --cluster http://jobmanager:8081",
            "      the API of another cluster",
            "  java -jar weir.jar --conf-dir /opt/flink/conf --set weir.embedded.slots=16",
            "      an embedded Flink that is configured as the one in /opt/flink"));
    return lines;
  }
}
