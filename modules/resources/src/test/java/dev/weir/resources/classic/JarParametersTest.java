// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.JarOptions;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.wire.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JarParametersTest {
  private static final String ID = "0123456789abcdef0123456789ABCDEF";

  private static JarOptions options(Map<String, List<String>> query) {
    return options(query, ChangeBody.EMPTY);
  }

  private static JarOptions options(Map<String, List<String>> query, ChangeBody body) {
    return new JarParameters(query).toOptions(body);
  }

  private static ChangeBody json(Map<String, Object> members) {
    return new ChangeBody(members, true);
  }

  @Test
  void argumentsAreApartBySpacesUnlessInQuotes() {
    assertThat(JarParameters.split("--in  a.txt --say \"hello world\" 'it is' \"\""))
        .containsExactly("--in", "a.txt", "--say", "hello world", "it is", "");
    assertThat(JarParameters.split("")).isEmpty();
  }

  @Test
  void whatIsNotGivenIsLeftToTheCluster() {
    assertThat(
            options(
                Map.of(
                    "program-args", List.of(""),
                    "entry-class", List.of(" "),
                    "parallelism", List.of(""),
                    "_", List.of("123"))))
        .isEqualTo(new JarOptions(List.of(), null, null, null, false));
  }

  @ParameterizedTest
  @CsvSource({
    "program-args, programArg, entry-class, savepointPath, allowNonRestoredState",
    "programArgs, programArgsList, entryClass, savepoint-path, allow-non-restored-state",
    "program_args, program-arg, EntryClass, savepointpath, allownonrestoredstate"
  })
  void allThatIsGivenIsPassedOnHoweverItIsSpelled(
      String args, String arg, String entryClass, String savepoint, String allow) {
    assertThat(
            options(
                Map.of(
                    args,
                    List.of("a"),
                    arg,
                    List.of("b c", "d"),
                    entryClass,
                    List.of("x.Main"),
                    "parallelism",
                    List.of("3"),
                    savepoint,
                    List.of("file:/sp"),
                    allow,
                    List.of("true"))))
        .isEqualTo(new JarOptions(List.of("a", "b c", "d"), "x.Main", 3, "file:/sp", true));
  }

  @Test
  void theJsonOfLaterReleasesIsUnderstood() {
    assertThat(
            options(
                Map.of(),
                json(
                    Map.of(
                        "entryClass",
                        "x.Main",
                        "programArgsList",
                        List.of("a b", ""),
                        "parallelism",
                        3,
                        "savepointPath",
                        "file:/sp",
                        "allowNonRestoredState",
                        true,
                        "jobId",
                        ID,
                        "restoreMode",
                        "claim",
                        "flinkConfiguration",
                        Map.of("a.b", 1)))))
        .isEqualTo(
            new JarOptions(
                List.of("a b", ""),
                "x.Main",
                3,
                "file:/sp",
                true,
                "0123456789abcdef0123456789abcdef",
                "CLAIM",
                Map.of("a.b", "1")));
  }

  @Test
  void theSameTwiceIsOneAndTwoThatDifferAreRefused() {
    assertThat(
            options(Map.of("entry-class", List.of("A"), "entryClass", List.of("A"))).entryClass())
        .isEqualTo("A");
    assertThatThrownBy(
            () -> options(Map.of("entry-class", List.of("A")), json(Map.of("entryClass", "B"))))
        .isInstanceOf(ProblemException.class)
        .hasMessage("entryClass is given twice, as 'A' and as 'B'.");
    assertThatThrownBy(
            () ->
                options(
                    Map.of("programArg", List.of("A")),
                    json(Map.of("programArgsList", List.of("A", "B")))))
        .hasMessage("programArgsList is given twice, as [A] and as [A, B].");
    assertThatThrownBy(() -> options(Map.of("parallelism", List.of("1", "2"))))
        .hasMessageContaining("given twice");
  }

  @Test
  void anOptionOfAnotherRequestIsRefused() {
    assertThatThrownBy(() -> options(Map.of("targetDirectory", List.of("/sp"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("'targetDirectory' is not an option of this request; ");
  }

  @Test
  void aMemberThatFlinkDoesNotKnowIsRefusedAsFlinkDoes() {
    assertThatThrownBy(() -> options(Map.of(), json(Map.of("savepoint", "file:/sp"))))
        .hasMessageStartingWith("'savepoint' is not an option of this request; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", "1.5", "9999999999"})
  void aParallelismIsANumberFromOneOn(String parallelism) {
    assertThatThrownBy(() -> options(Map.of("parallelism", List.of(parallelism))))
        .isInstanceOf(ProblemException.class)
        .hasMessage("'" + parallelism + "' is not a parallelism: it must be a number from 1 on.");
  }

  @ParameterizedTest
  @CsvSource({
    "True, true",
    "TRUE, true",
    "true, true",
    "False, false",
    "FALSE, false",
    "'', false"
  })
  void aSwitchIsTrueOrFalseInAnyCase(String given, boolean meant) {
    assertThat(options(Map.of("allowNonRestoredState", List.of(given))).allowNonRestoredState())
        .isEqualTo(meant);
  }

  @Test
  void anythingElseIsNoSwitch() {
    assertThatThrownBy(() -> options(Map.of("allowNonRestoredState", List.of("maybe"))))
        .hasMessage("allowNonRestoredState is 'maybe': it must be true or false.");
  }

  @Test
  void whatIsOfAnotherTypeIsRefused() {
    assertThatThrownBy(() -> options(Map.of(), json(Map.of("entryClass", Map.of("a", "b")))))
        .hasMessage("entryClass must be a single value, or a list of them.");
    assertThatThrownBy(() -> options(Map.of(), json(Map.of("flinkConfiguration", "a"))))
        .hasMessage("flinkConfiguration must be an object of a JSON body.");
    assertThatThrownBy(() -> options(Map.of(), json(Map.of("jobId", "a"))))
        .hasMessage("jobId is 'a': it must be 32 hexadecimal digits.");
    assertThatThrownBy(() -> options(Map.of(), json(Map.of("claimMode", "mine"))))
        .hasMessage("claimMode is 'mine': it must be one of CLAIM, NO_CLAIM, LEGACY.");
  }
}
