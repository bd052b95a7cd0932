// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.testing.Json;
import dev.weir.testing.reference.RecordedCall;
import dev.weir.testing.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of differences is sound, and the documentation says the same. */
class DifferencesTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "differences.md");

  private final Differences checkedIn = Differences.checkedIn();

  @Test
  void everyIdIsThereOnce() {
    assertThat(checkedIn.all()).extracting(Difference::id).doesNotHaveDuplicates();
  }

  @Test
  void everyDifferenceConcernsARecordedCall() {
    assertThat(checkedIn.all())
        .filteredOn(difference -> difference.kind() != Difference.Kind.EFFECT)
        .allSatisfy(
            difference ->
                assertThat(difference.calls())
                    .allSatisfy(
                        line ->
                            assertThat(calls())
                                .anyMatch(call -> only(difference, line).concerns(call))));
  }

  @Test
  void theDocumentHasExactlyTheRowsOfTheList() throws IOException {
    List<String> documented =
        Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(documented)
        .containsExactlyElementsOf(checkedIn.all().stream().map(DifferencesTest::row).toList());
  }

  @Test
  void whatWasNotMetIsNamed() {
    Differences differences =
        Differences.parse(
            """
            [{"id":"a","kind":"effect","where":"w","flink":"f","weir":"w","reason":"r"},
             {"id":"b","kind":"effect","where":"w","flink":"f","weir":"w","reason":"r"},
             {"id":"c","kind":"effect","conditional":"at times",
              "where":"w","flink":"f","weir":"w","reason":"r"}]
            """);
    assertThat(differences.unmet()).containsExactly("a", "b");
    differences.meet("a");
    assertThat(differences.unmet()).containsExactly("b");
    assertThatThrownBy(() -> differences.meet("d")).hasMessageContaining("d");
  }

  @Test
  void whatBeganWithALaterFlinkIsNoDifferenceOnAnEarlierOne() {
    Differences differences =
        Differences.parse(
            """
            [{"id":"a","kind":"effect","since":"2.0",
              "where":"w","flink":"f","weir":"w","reason":"r"}]
            """);
    assertThat(differences.on(Json.parse("{\"flink-version\":\"1.20.4\"}")).all()).isEmpty();
    assertThat(differences.on(Json.parse("{\"flink-version\":\"2.0.2\"}")).all()).hasSize(1);
  }

  @Test
  void aDifferenceWithoutAReasonIsRefused() {
    assertThatThrownBy(
            () ->
                Differences.parse(
                    """
                    [{"id":"a","kind":"effect","where":"w","flink":"f","weir":"w"}]
                    """))
        .hasMessageContaining("'reason'");
  }

  private static String row(Difference difference) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            difference.id(),
            difference.where(),
            difference.flink(),
            difference.weir(),
            Stream.of(difference.reason(), difference.conditional(), since(difference))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
  }

  private static @Nullable String since(Difference difference) {
    return difference.since() == null
        ? null
        : "From Flink " + difference.since() + " on; earlier ones are as 1.3.";
  }

  private static Difference only(Difference difference, String line) {
    return new Difference(
        difference.id(),
        difference.kind(),
        List.of(line),
        difference.at(),
        difference.from(),
        difference.to(),
        difference.expect(),
        difference.pattern(),
        difference.conditional(),
        difference.since(),
        difference.where(),
        difference.flink(),
        difference.weir(),
        difference.reason());
  }

  private static List<RecordedCall> calls() {
    return Stream.concat(Reference.reads().stream(), Reference.actions().stream()).toList();
  }
}
