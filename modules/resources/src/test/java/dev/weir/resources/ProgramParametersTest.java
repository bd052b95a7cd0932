package dev.weir.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ProgramOptions;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramParametersTest {
  @Test
  void argumentsAreApartBySpacesUnlessInQuotes() {
    assertThat(ProgramParameters.split("--in  a.txt --say \"hello world\" 'it is' \"\""))
        .containsExactly("--in", "a.txt", "--say", "hello world", "it is", "");
    assertThat(ProgramParameters.split("")).isEmpty();
  }

  @Test
  void whatIsNotGivenIsLeftToTheCluster() {
    assertThat(new ProgramParameters("", List.of(), "", " ", null, "false").toOptions())
        .isEqualTo(new ProgramOptions(List.of(), null, null, null, false));
  }

  @Test
  void allThatIsGivenIsPassedOn() {
    assertThat(
            new ProgramParameters("a", List.of("b c"), "x.Main", "3", "file:/sp", "true")
                .toOptions())
        .isEqualTo(new ProgramOptions(List.of("a", "b c"), "x.Main", 3, "file:/sp", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", "1.5", "9999999999"})
  void aParallelismIsANumberFromOneOn(String parallelism) {
    assertThatThrownBy(
            () ->
                new ProgramParameters("", List.of(), null, parallelism, null, "false").toOptions())
        .isInstanceOf(BadRequestException.class)
        .hasMessage("'" + parallelism + "' is not a parallelism: it must be a number from 1 on.");
  }

  @Test
  void aSwitchIsTrueOrFalse() {
    assertThatThrownBy(
            () -> new ProgramParameters("", List.of(), null, null, null, "maybe").toOptions())
        .hasMessage("allowNonRestoredState is 'maybe': it must be true or false.");
  }
}
