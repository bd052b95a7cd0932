// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.keys.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a configuration file, or of the configuration of a running Flink.
 *
 * @param name its name in messages, such as the path of the file
 * @param entries its keys in its order, each once
 * @param remarks sentences for the user
 * @param problems faults in lines with Weir's keys
 */
record FlinkConfFile(
    String name,
    Map<String, ConfEntry> entries,
    List<String> remarks,
    List<SettingsException> problems) {

  FlinkConfFile {
    requireNonNull(name, "name");
    entries = new LinkedHashMap<>(entries);
    remarks = List.copyOf(remarks);
    problems = List.copyOf(problems);
  }

  /** The same content with more remarks. */
  FlinkConfFile withRemarks(List<String> more) {
    return new FlinkConfFile(
        name, entries, Stream.concat(remarks.stream(), more.stream()).toList(), problems);
  }

  Optional<ConfEntry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The place of an entry, as the end of a sentence. */
  String place(ConfEntry entry) {
    return place(name, entry.line());
  }

  /** The place of a line, counted from 1; 0 if the line is not known. */
  static String place(String name, int line) {
    return line == 0 ? name : name + ", line " + line;
  }

  /** Whether a key is one of Weir's rather than one of Flink's. */
  static boolean isOurs(String key) {
    return key.startsWith(Setting.PREFIX) || key.equals("weir");
  }
}
