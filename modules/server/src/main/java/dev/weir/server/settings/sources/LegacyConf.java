// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of {@code flink-conf.yaml}: one {@code key: value} a line. {@code #} begins a comment
 * anywhere. Quotes are part of the value. A later line overrides an earlier one.
 *
 * <p>Flink's {@code GlobalConfiguration} reads the file this way in 1.3 to 1.20. A malformed line
 * is left out, with a remark. If it begins like one of Weir's keys, it is an error.
 */
final class LegacyConf {
  private static final String SEPARATOR = ": ";

  private final String file;
  private final Map<String, ConfEntry> entries = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<SettingsException> problems = new ArrayList<>();

  private LegacyConf(String file) {
    this.file = file;
  }

  static FlinkConfFile parse(Path file, String text) {
    LegacyConf conf = new LegacyConf(file.toString());
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String content = withoutComment(lines.get(i));
      if (!content.isEmpty()) {
        conf.add(content, i + 1);
      }
    }
    return new FlinkConfFile(conf.file, conf.entries, conf.remarks, conf.problems);
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  private void add(String content, int line) {
    int separator = content.indexOf(SEPARATOR);
    String key = separator < 0 ? "" : content.substring(0, separator).strip();
    if (key.isEmpty()) {
      leaveOut(content, line);
      return;
    }
    String value = content.substring(separator + SEPARATOR.length()).strip();
    ConfEntry earlier = entries.put(key, new ConfEntry(key, value, line));
    if (earlier != null) {
      String twice =
          "%s: %s is given a second time, after line %d"
              .formatted(FlinkConfFile.place(file, line), key, earlier.line());
      if (FlinkConfFile.isOurs(key)) {
        problems.add(new SettingsException(twice + "."));
      } else {
        remarks.add(twice + "; this line wins, as in Flink.");
      }
    }
  }

  /** Reports only the key of a malformed line: the rest may be a secret. */
  private void leaveOut(String content, int line) {
    String key = content.split("[:=\\s]", 2)[0];
    if (content.equals("---") || content.equals("...")) {
      return;
    }
    String problem =
        FlinkConfFile.place(file, line)
            + ": "
            + (FlinkConfFile.isOurs(key)
                ? key + " must be written 'key: value', with a blank after the colon"
                : "this line is not 'key: value' with a blank after the colon");
    if (FlinkConfFile.isOurs(key)) {
      problems.add(new SettingsException(problem + "."));
    } else {
      remarks.add(problem + "; it is ignored, as in Flink.");
    }
  }
}
