package dev.weir.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of lines {@code name:value}; blank ones and those that begin with {@code #} are passed.
 */
final class NamedLines {
  private NamedLines() {}

  /** What becomes of one value; it ends the sentence that begins with the place otherwise. */
  @FunctionalInterface
  interface Value<T> {
    T of(String name, String text, String place) throws SecurityFileException;
  }

  static <T> Map<String, T> read(List<String> lines, String file, Value<T> value)
      throws SecurityFileException {
    Map<String, T> read = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String place = file + ", line " + (i + 1);
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        if (name.isEmpty()) {
          throw new SecurityFileException(place + ", is not of the form name:hash.");
        }
        if (read.put(name, value.of(name, line.substring(colon + 1).strip(), place)) != null) {
          throw new SecurityFileException(place + ", names " + name + " a second time.");
        }
      }
    }
    if (read.isEmpty()) {
      throw new SecurityFileException(file + " names nobody.");
    }
    return read;
  }
}
