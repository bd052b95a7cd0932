// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The table of versions is what was run, and complete. */
class VersionsDocumentTest {
  @Test
  void everyVersionThatIsTriedHasPassed() {
    assertThat(VersionsDocument.checkedIn())
        .allSatisfy(
            document ->
                assertThat(document.rows())
                    .hasSameSizeAs(TriedVersions.ALL)
                    .zipSatisfy(
                        TriedVersions.ALL,
                        (row, version) ->
                            assertThat(row)
                                .startsWith("| " + version + " |")
                                .contains("| passed |")
                                .endsWith(inJobManager(version))));
  }

  /** The plugin is tried on the last release of each line. */
  private static String inJobManager(FlinkVersion version) {
    return version.text().equals("1.20.4") ? "| not run |" : "| passed |";
  }

  @Test
  void aRunThatComparedNothingHasNotPassed() {
    VersionRow nothing = new VersionRow(new FlinkVersion("2.3.0"), "17.0.1", 0, 0, 0, 0, 3);

    assertThat(nothing.markdown("passed")).contains("| did not run |");
  }

  @Test
  void aRowSaysHowManyFailed() {
    VersionRow row = new VersionRow(new FlinkVersion("2.3.0"), "17.0.1", 145, 30, 100, 2, 61);

    assertThat(row.markdown("passed"))
        .isEqualTo("| 2.3.0 | 17.0.1 | 145 | 30 | 100 | 2 failed | 61 s | passed |");
  }
}
