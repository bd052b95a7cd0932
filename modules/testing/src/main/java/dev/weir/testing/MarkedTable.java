// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table between two markers in a page, written by the runs that it tells of. Each row begins with
 * its key.
 */
public final class MarkedTable {
  private static final String END = "<!-- end -->";

  private final Path file;
  private final String begin;
  private final List<String> head;
  private final List<String> keys;
  private final List<String> before;
  private final List<String> after;
  private final Map<Integer, String> rows = new TreeMap<>();

  /**
   * Takes the lines of a page; rows whose keys are no longer among those given are dropped.
   *
   * @param begin the line before the table; {@code <!-- end -->} is the one after it
   * @param head the first two lines of the table
   * @param keys the cells that rows begin with, in the order of the rows
   */
  public MarkedTable(
      Path file, List<String> lines, String begin, List<String> head, List<String> keys) {
    this.file = requireNonNull(file);
    this.begin = requireNonNull(begin);
    this.head = List.copyOf(head);
    this.keys = List.copyOf(keys);
    int first = lines.indexOf(begin);
    int last = lines.indexOf(END);
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(file + " lacks its markers, " + begin + " and " + END);
    }
    before = List.copyOf(lines.subList(0, first));
    after = List.copyOf(lines.subList(last + 1, lines.size()));
    for (String line : lines.subList(first + 1, last)) {
      for (int i = 0; i < keys.size(); i++) {
        if (line.startsWith("| " + keys.get(i) + " |")) {
          rows.put(i, line);
        }
      }
    }
  }

  /** Reads a page. */
  public static MarkedTable read(Path file, String begin, List<String> head, List<String> keys) {
    try {
      return new MarkedTable(file, Files.readAllLines(file), begin, head, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a row in the place of the one with the same key. */
  public MarkedTable with(String key, String row) {
    if (!keys.contains(key) || !row.startsWith("| " + key + " |")) {
      throw new IllegalArgumentException(key + " is no key of " + row);
    }
    rows.put(keys.indexOf(key), row);
    return this;
  }

  /** The last cell of the row with a key; {@code not run} if there is no such row. */
  public String lastCell(String key) {
    String row = rows.get(keys.indexOf(key));
    return row == null ? "not run" : row.substring(lastCellAt(row), row.length() - 2);
  }

  /** The row with a key, with another last cell. */
  public String withLastCell(String key, String cell) {
    String row = requireNonNull(rows.get(keys.indexOf(key)), key);
    return row.substring(0, lastCellAt(row)) + cell + " |";
  }

  private static int lastCellAt(String row) {
    return row.lastIndexOf('|', row.length() - 2) + 2;
  }

  /** The rows, in the order of their keys. */
  public List<String> rows() {
    return List.copyOf(rows.values());
  }

  /** The whole page. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(before);
    lines.add(begin);
    lines.addAll(head);
    lines.addAll(rows.values());
    lines.add(END);
    lines.addAll(after);
    return lines;
  }

  /** Writes the page. */
  public void write() {
    try {
      Files.write(file, lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
