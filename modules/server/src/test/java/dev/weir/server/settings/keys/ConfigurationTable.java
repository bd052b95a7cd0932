// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of settings, in Markdown. */
final class ConfigurationTable {
  private ConfigurationTable() {}

  static List<String> lines(List<Setting<?>> settings) {
    List<String> lines = new ArrayList<>();
    lines.add(
        row("Key", "Type", "Default", "Option", "Environment variable", "Flink's keys", "Meaning"));
    lines.add(row("---", "---", "---", "---", "---", "---", "---"));
    for (Setting<?> setting : settings) {
      lines.add(
          row(
              code(setting.key()),
              setting.type().name(),
              setting.defaultText().map(ConfigurationTable::code).orElse("none"),
              codes(setting.option().map(CommandLineOption::names).orElse(List.of("--set"))),
              code(setting.environmentVariable()),
              codes(setting.flinkKeys()),
              setting.meaning()));
    }
    return lines;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String codes(List<String> texts) {
    return texts.stream().map(ConfigurationTable::code).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
