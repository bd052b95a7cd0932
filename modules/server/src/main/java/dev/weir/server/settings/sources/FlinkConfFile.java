// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.keys.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a configuration file.
 *
 * @param file the file
 * @param entries its keys in the order of the file, each once
 * @param remarks sentences for the user
 * @param problems faults in lines with Weir's keys
 */
record FlinkConfFile(
    Path file,
    Map<String, ConfEntry> entries,
    List<String> remarks,
    List<SettingsException> problems) {

  FlinkConfFile {
    requireNonNull(file, "file");
    entries = new LinkedHashMap<>(entries);
    remarks = List.copyOf(remarks);
    problems = List.copyOf(problems);
  }

  /** The same content with more remarks. */
  FlinkConfFile withRemarks(List<String> more) {
    return new FlinkConfFile(
        file, entries, Stream.concat(remarks.stream(), more.stream()).toList(), problems);
  }

  Optional<ConfEntry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The place of an entry, as the end of a sentence. */
  String place(ConfEntry entry) {
    return place(file, entry.line());
  }

  /** The place of a line, counted from 1; 0 if the line is not known. */
  static String place(Path file, int line) {
    return line == 0 ? file.toString() : file + ", line " + line;
  }

  /** Whether a key is one of Weir's rather than one of Flink's. */
  static boolean isOurs(String key) {
    return key.startsWith(Setting.PREFIX) || key.equals("weir");
  }
}
