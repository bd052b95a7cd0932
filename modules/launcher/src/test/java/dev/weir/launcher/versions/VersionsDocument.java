package dev.weir.launcher.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page that shows, in a table between two markers, what was run over each version. */
final class VersionsDocument {
  private static final Path ROOT = Path.of("..", "..");
  private static final List<Path> FILES =
      List.of(ROOT.resolve("docs").resolve("versions.md"), ROOT.resolve("README.md"));
  private static final String BEGIN = "<!-- written by mvn verify -Pall-flinks -->";
  private static final String END = "<!-- end -->";
  private static final List<String> HEAD =
      List.of(
          "| Flink | Java | Reads compared | Changes compared | Checks | Result | Time |",
          "| --- | --- | --- | --- | --- | --- | --- |");

  private final List<String> before = new ArrayList<>();
  private final Map<Integer, String> rows = new TreeMap<>();
  private final List<String> after = new ArrayList<>();

  private final Path file;

  VersionsDocument(Path file, List<String> lines) {
    this.file = file;
    int begin = lines.indexOf(BEGIN);
    int end = lines.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "The document lacks its markers, " + BEGIN + " and " + END);
    }
    before.addAll(lines.subList(0, begin));
    after.addAll(lines.subList(end + 1, lines.size()));
    for (String line : lines.subList(begin + 1, end)) {
      for (int i = 0; i < TriedVersions.ALL.size(); i++) {
        if (line.startsWith("| " + TriedVersions.ALL.get(i) + " |")) {
          rows.put(i, line);
        }
      }
    }
  }

  /** All that are checked in. */
  static List<VersionsDocument> checkedIn() {
    return FILES.stream().map(VersionsDocument::read).toList();
  }

  private static VersionsDocument read(Path file) {
    try {
      return new VersionsDocument(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a row in the place of the one of the same version, in the order of the versions. */
  VersionsDocument with(VersionRow row) {
    rows.put(TriedVersions.ALL.indexOf(row.version()), row.markdown());
    return this;
  }

  /** The rows, oldest version first; those of versions that are tried no more are gone. */
  List<String> rows() {
    return List.copyOf(rows.values());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(before);
    lines.add(BEGIN);
    lines.addAll(HEAD);
    lines.addAll(rows.values());
    lines.add(END);
    lines.addAll(after);
    return lines;
  }

  void write() {
    try {
      Files.write(file, lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
