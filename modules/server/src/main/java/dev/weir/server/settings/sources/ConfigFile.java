// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.ServerKeys;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The file of {@code weir.config}, which contains Weir's settings only. */
final class ConfigFile {
  private static final String PROPERTIES = ".properties";

  private ConfigFile() {}

  /**
   * Reads the file.
   *
   * @param origin where the file's name comes from, for messages
   * @param problems receives the faults of single lines
   * @throws SettingsException if the file does not exist or is malformed
   */
  static FlinkConfFile read(Path file, String origin, Problems problems) throws SettingsException {
    if (!Files.isRegularFile(file)) {
      throw SettingsException.badValue(
          ServerKeys.CONFIG, file.toString(), origin, "a file that can be read");
    }
    String text = ConfDir.text(file);
    return file.toString().endsWith(PROPERTIES)
        ? properties(file, text)
        : strict(ModernConf.parse(file, text), problems);
  }

  /** What causes a remark in Flink's file is an error in Weir's. */
  private static FlinkConfFile strict(FlinkConfFile read, Problems problems) {
    read.remarks().forEach(remark -> problems.add(new SettingsException(remark)));
    read.problems().forEach(problems::add);
    return read;
  }

  private static FlinkConfFile properties(Path file, String text) throws SettingsException {
    List<String> keys = new ArrayList<>();
    Properties properties =
        new Properties() {
          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            keys.remove(key.toString());
            keys.add(key.toString());
            return super.put(key, value);
          }
        };
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(file + " is not a file of Java properties.");
    }
    List<String> lines = text.lines().map(String::strip).toList();
    Map<String, ConfEntry> entries = new LinkedHashMap<>();
    for (String key : keys) {
      entries.put(key, new ConfEntry(key, properties.getProperty(key, ""), line(lines, key)));
    }
    return new FlinkConfFile(file.toString(), entries, List.of(), List.of());
  }

  /**
   * The last line that begins with the key, counted from 1; 0 if the key is written with escapes.
   */
  private static int line(List<String> lines, String key) {
    for (int i = lines.size(); i > 0; i--) {
      String line = lines.get(i - 1);
      if (line.startsWith(key) && line.substring(key.length()).matches("\\s*[=:\\s].*|")) {
        return i;
      }
    }
    return 0;
  }
}
