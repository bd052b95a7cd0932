// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import dev.weir.testing.MarkedTable;
import dev.weir.testing.conformance.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The pages that show, in a table, what was run over each version. */
public final class VersionsDocument {
  static final String BEGIN = "<!-- written by mvn verify -Pall-flinks -->";
  static final List<String> HEAD =
      List.of(
          "| Flink | Java | Reads compared | Changes compared | Checks | Result | Time | Inside the JobManager |",
          "| --- | --- | --- | --- | --- | --- | --- | --- |");
  static final List<String> KEYS = TriedVersions.ALL.stream().map(FlinkVersion::toString).toList();

  private static final Path ROOT = Path.of("..", "..");
  private static final List<Path> FILES =
      List.of(ROOT.resolve("docs").resolve("versions.md"), ROOT.resolve("README.md"));

  private VersionsDocument() {}

  /** Writes what a run of the standalone server came to, if the build asks for that. */
  public static void standalone(FlinkVersion version, Tally tally, Duration took) {
    write(
        version,
        table -> VersionRow.of(version, tally, took).markdown(table.lastCell(version.text())));
  }

  /** Writes what a run inside the JobManager came to, if the build asks for that. */
  public static void inJobManager(FlinkVersion version, Tally tally, Duration took) {
    write(
        version,
        table -> table.withLastCell(version.text(), VersionRow.of(version, tally, took).result()));
  }

  private static void write(FlinkVersion version, Function<MarkedTable, String> row) {
    if (Boolean.getBoolean("weir.versions.write")) {
      checkedIn().forEach(table -> table.with(version.text(), row.apply(table)).write());
    }
  }

  /** All that are checked in. */
  static List<MarkedTable> checkedIn() {
    return FILES.stream().map(file -> MarkedTable.read(file, BEGIN, HEAD, KEYS)).toList();
  }
}
