package dev.weir.launcher.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.testing.flink.FlinkVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of versions is what was run, and complete. */
class VersionsDocumentTest {
  private static final String BEGIN = "<!-- written by mvn verify -Pall-flinks -->";
  private static final String END = "<!-- end -->";
  private static final Path PAGE = Path.of("page.md");

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
                                .contains("| passed |")));
  }

  @Test
  void aRowTakesThePlaceOfTheOneOfTheSameVersion() {
    VersionsDocument document =
        new VersionsDocument(
            PAGE,
            List.of(
                "before", BEGIN, "| 2.3.0 | old |", "| 1.14.6 | tried no more |", END, "after"));

    List<String> lines = document.with(row("2.3.0", 0)).with(row("1.15.4", 2)).lines();

    assertThat(lines).startsWith("before", BEGIN).endsWith(END, "after");
    assertThat(document.rows())
        .containsExactly(
            "| 1.15.4 | 17.0.1 | 145 | 30 | 100 | 2 failed | 61 s |",
            "| 2.3.0 | 17.0.1 | 145 | 30 | 100 | passed | 61 s |");
  }

  @Test
  void aRunThatComparedNothingHasNotPassed() {
    VersionRow nothing = new VersionRow(new FlinkVersion("2.3.0"), "17.0.1", 0, 0, 0, 0, 3);

    assertThat(nothing.markdown()).contains("| did not run |");
  }

  @Test
  void aDocumentWithoutItsMarkersIsRefused() {
    assertThatThrownBy(() -> new VersionsDocument(PAGE, List.of("text")))
        .hasMessageContaining(BEGIN);
  }

  private static VersionRow row(String version, int failed) {
    return new VersionRow(new FlinkVersion(version), "17.0.1", 145, 30, 100, failed, 61);
  }
}
