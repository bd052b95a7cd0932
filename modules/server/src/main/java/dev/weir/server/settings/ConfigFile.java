package dev.weir.server.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file of {@code weir.config}, which holds settings of ours and nothing else. */
final class ConfigFile {
  private static final String PROPERTIES = ".properties";

  private ConfigFile() {}

  /**
   * Reads it.
   *
   * @param origin where its name is from, for a message
   * @throws SettingsException if there is no such file or it is malformed
   */
  static Map<String, ConfEntry> read(Path file, String origin) throws SettingsException {
    if (!Files.isRegularFile(file)) {
      throw SettingsException.badValue(
          SettingKeys.CONFIG, file.toString(), origin, "a file that can be read");
    }
    String text = ConfDir.text(file);
    return file.toString().endsWith(PROPERTIES)
        ? properties(file, text)
        : ModernConf.parse(file, text);
  }

  private static Map<String, ConfEntry> properties(Path file, String text)
      throws SettingsException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(file + " is not a file of Java properties.");
    }
    Map<String, ConfEntry> entries = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      entries.put(key, new ConfEntry(key, properties.getProperty(key), 0));
    }
    return entries;
  }
}
