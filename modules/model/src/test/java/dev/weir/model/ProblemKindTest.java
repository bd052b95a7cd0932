// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The kinds of problems, and the page of the documentation about them. */
class ProblemKindTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "problems.md");
  private static final String BEGIN = "<!-- kinds: begin -->";
  private static final String END = "<!-- kinds: end -->";

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsNameInAddresses(ProblemKind kind) {
    assertThat(kind.label()).matches("[a-z]+(-[a-z]+)*");
    assertThat(ProblemKind.named(kind.label())).contains(kind);
    assertThat(kind.type()).isEqualTo("/problems/" + kind.label());
  }

  @Test
  void anotherNameIsNoKind() {
    assertThat(ProblemKind.named("UNKNOWN_JOB")).isEmpty();
    assertThat(ProblemKind.named("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void textsAreSentences(ProblemKind kind) {
    assertThat(kind.title()).matches("[A-Z][\\w -]*[a-z]");
    assertThat(List.of(kind.meaning(), kind.remedy()))
        .allSatisfy(text -> assertThat(text).matches("[A-Z][^|`\\n]*\\."));
  }

  @Test
  void noTwoKindsHaveTheSameTitle() {
    assertThat(ProblemKind.values()).extracting(ProblemKind::title).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "400, MALFORMED_REQUEST",
    "403, FORBIDDEN",
    "404, UNKNOWN_ADDRESS",
    "429, TOO_MANY_REQUESTS",
    "503, SERVER_OVERLOADED"
  })
  void theFirstKindOfAStatusIsTheGeneralOne(int status, ProblemKind kind) {
    assertThat(Problem.ofStatus(status, "", "Why.")).isEqualTo(Problem.of(kind, "Why."));
  }

  @Test
  void aStatusThatNoKindHasSaysItAll() {
    Problem problem = Problem.ofStatus(410, "Gone", "The page is gone.");

    assertThat(problem.type()).isEqualTo("about:blank");
    assertThat(problem.title()).isEqualTo("Gone");
    assertThat(problem.status()).isEqualTo(410);
    assertThat(problem.below("/weir")).isEqualTo(problem);
  }

  @Test
  void aProblemIsOfItsKindOnAnyServer() {
    Problem problem = Problem.of(ProblemKind.UNKNOWN_JOB, "Job x not found.", "7");

    assertThat(problem)
        .isEqualTo(
            new Problem(
                "/problems/unknown-job",
                "Unknown job",
                404,
                "Job x not found.",
                "Job x not found.",
                "7"));
    assertThat(problem.below("/weir").type()).isEqualTo("/weir/problems/unknown-job");
    assertThat(problem.below("")).isEqualTo(problem);
  }

  @Test
  void theTableInTheDocumentationIsTheOneOfTheCode() throws IOException {
    List<String> table =
        Stream.concat(
                Stream.of(
                    "| Kind | Status | What has happened | What to do |",
                    "| --- | --- | --- | --- |"),
                Arrays.stream(ProblemKind.values()).map(ProblemKindTest::row))
            .toList();
    if (Boolean.getBoolean("regenerate-docs")) {
      List<String> page = Files.readAllLines(PAGE);
      List<String> lines = new ArrayList<>(page.subList(0, page.indexOf(BEGIN) + 1));
      lines.addAll(table);
      lines.addAll(page.subList(page.indexOf(END), page.size()));
      Files.writeString(PAGE, String.join("\n", lines) + "\n");
    }
    List<String> page = Files.readAllLines(PAGE);

    assertThat(page.subList(page.indexOf(BEGIN) + 1, page.indexOf(END)))
        .as(
            "the table in docs/problems.md; -Dregenerate-docs=true writes the right one,"
                + " which is:%n%s",
            String.join("\n", table))
        .isEqualTo(table);
  }

  private static String row(ProblemKind kind) {
    return "| `"
        + kind.label()
        + "` | "
        + kind.status()
        + " | "
        + code(kind.meaning())
        + " | "
        + code(kind.remedy())
        + " |";
  }

  /** Addresses and settings as code. */
  private static String code(String text) {
    return text.replaceAll("(?<= )((?:/|weir\\.)\\S*?)(?=[.,]?(?: |$))", "`$1`");
  }
}
