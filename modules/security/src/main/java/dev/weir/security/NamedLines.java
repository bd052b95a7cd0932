// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses lines of the form {@code name:value}. Blank lines and lines that begin with {@code #} are
 * skipped. Text after a second colon is a comment, as in Apache and nginx.
 */
final class NamedLines {
  private NamedLines() {}

  /** Parses one value; the message of a failure begins with {@code place}. */
  @FunctionalInterface
  interface Value<T> {
    T of(String name, String text, String place) throws SecurityFileException;
  }

  /**
   * Parses all lines.
   *
   * @throws SecurityFileException with one sentence per malformed line, or if there are no entries
   */
  static <T> Map<String, T> read(List<String> lines, String file, Value<T> value)
      throws SecurityFileException {
    Map<String, T> read = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          add(line, file + ", line " + (i + 1), value, read);
        } catch (SecurityFileException e) {
          problems.addAll(e.problems());
        }
      }
    }
    if (read.isEmpty() && problems.isEmpty()) {
      problems.add(file + " has no entries.");
    }
    if (!problems.isEmpty()) {
      throw new SecurityFileException(problems);
    }
    return read;
  }

  private static <T> void add(String line, String place, Value<T> value, Map<String, T> read)
      throws SecurityFileException {
    String[] fields = line.split(":", 3);
    String name = fields[0].strip();
    if (fields.length == 1 || name.isEmpty()) {
      throw new SecurityFileException(place + ", is not of the form name:hash.");
    }
    if (read.put(name, value.of(name, fields[1].strip(), place)) != null) {
      throw new SecurityFileException(place + ", names " + name + " a second time.");
    }
  }
}
