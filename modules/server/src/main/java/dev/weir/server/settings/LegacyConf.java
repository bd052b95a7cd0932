package dev.weir.server.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of {@code flink-conf.yaml}: one {@code key: value} a line, {@code #} begins a comment
 * anywhere, quotes are part of the value, a later line overrides an earlier one.
 *
 * <p>As Flink 1.20's {@code GlobalConfiguration} reads it, except that a malformed line, which
 * Flink skips with a warning, is an error here.
 */
final class LegacyConf {
  private LegacyConf() {}

  static Map<String, ConfEntry> parse(Path file, String text) throws SettingsException {
    Map<String, ConfEntry> entries = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String content = withoutComment(lines.get(i));
      if (!content.isEmpty()) {
        ConfEntry entry = entry(file, content, i + 1);
        entries.put(entry.key(), entry);
      }
    }
    return entries;
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  private static ConfEntry entry(Path file, String content, int line) throws SettingsException {
    int separator = content.indexOf(": ");
    if (separator <= 0) {
      throw new SettingsException(
          ConfFile.place(file, line)
              + ": must be 'key: value' with a blank after the colon, or a comment that begins with"
              + " #.");
    }
    return new ConfEntry(
        content.substring(0, separator).strip(), content.substring(separator + 2).strip(), line);
  }
}
