// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import dev.weir.testing.MarkedTable;
import dev.weir.testing.flink.FlinkVersion;
import java.nio.file.Path;
import java.util.List;

/** The pages that show, in a table, what was run over each version. */
final class VersionsDocument {
  static final String BEGIN = "<!-- written by mvn verify -Pall-flinks -->";
  static final List<String> HEAD =
      List.of(
          "| Flink | Java | Reads compared | Changes compared | Checks | Result | Time |",
          "| --- | --- | --- | --- | --- | --- | --- |");
  static final List<String> KEYS = TriedVersions.ALL.stream().map(FlinkVersion::toString).toList();

  private static final Path ROOT = Path.of("..", "..");
  private static final List<Path> FILES =
      List.of(ROOT.resolve("docs").resolve("versions.md"), ROOT.resolve("README.md"));

  private VersionsDocument() {}

  /** All that are checked in. */
  static List<MarkedTable> checkedIn() {
    return FILES.stream().map(file -> MarkedTable.read(file, BEGIN, HEAD, KEYS)).toList();
  }
}
