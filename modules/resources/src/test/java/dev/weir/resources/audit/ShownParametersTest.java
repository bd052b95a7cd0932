// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.Secrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownParametersTest {
  private static final String SECRET = "hunter2";

  private final ShownParameters parameters = new ShownParameters(Secrets.OF_FLINK);

  @Test
  void aSecretIsMaskedHoweverTheArgumentsAreSplit() {
    for (Map<String, List<String>> split :
        List.of(
            Map.of("program-args", List.of("--password hunter2")),
            Map.of("program-args", List.of("--password"), "programArg", List.of(SECRET)),
            Map.of("programArg", List.of("--password", SECRET)),
            Map.of("programArg", List.of("--a", "--password"), "program-args", List.of(SECRET)),
            Map.of("program-args", List.of("--password", "--x 1", SECRET)),
            Map.of("program-args", List.of("--password"), "programArgs", List.of(SECRET)),
            Map.of("ProgramArgs", List.of("--a b -token"), "programArgsList", List.of(SECRET)),
            Map.of("programArgsList", List.of("apikey"), "program-args", List.of("'hunter2' --x")),
            Map.of("programArg", List.of("--password=hunter2", "-Dsecret=hunter2")),
            Map.of("program-args", List.of("--password \"hunter2\""), "x", List.of("y")),
            Map.of("password", List.of(SECRET)),
            Map.of("savepointPath", List.of("s3://key:hunter2@bucket/sp")))) {
      assertThat(parameters.of(split).toString()).as("%s", split).doesNotContain(SECRET);
    }
  }

  @Test
  void whatIsNoSecretIsShown() {
    assertThat(
            parameters.of(
                Map.of(
                    "program-args", List.of("--rate 25 --password p --x 1"),
                    "programArg", List.of("--input", "s3://bucket/in"),
                    "savepointPath", List.of("s3://bucket/sp"))))
        .isEqualTo(
            Map.of(
                "program-args", List.of("--rate 25 --password ****** --x 1"),
                "programArg", List.of("--input", "s3://bucket/in"),
                "savepointPath", List.of("s3://bucket/sp")));
  }
}
