// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.resources.change.ChangeBody;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunBodyTest {
  private static Map<String, Object> made(Map<String, String> query, Map<String, Object> body) {
    return RunBody.of(new MultivaluedHashMap<>(query), new ChangeBody(body, true));
  }

  @Test
  void parametersOfTheQueryBecomeMembers() {
    assertThat(
            made(
                Map.of("entry-class", "a.B", "parallelism", "2", "programArg", "--a,b c"),
                Map.of()))
        .isEqualTo(
            Map.of(
                "entryClass", "a.B",
                "parallelism", "2",
                "programArgsList", List.of("--a", "b c")));
  }

  @Test
  void theBodyCountsMoreThanTheQuery() {
    assertThat(made(Map.of("entry-class", "a.B"), Map.of("entryClass", "c.D")))
        .isEqualTo(Map.of("entryClass", "c.D"));
  }

  @Test
  void argumentsInOneTextAreSplitWhereverTheyAre() {
    List<String> split = List.of("--in", "a b", "c");

    assertThat(made(Map.of("program-args", "--in 'a b' c"), Map.of()))
        .isEqualTo(Map.of("programArgsList", split));
    assertThat(made(Map.of(), Map.of("programArgs", "--in 'a b' c")))
        .isEqualTo(Map.of("programArgsList", split));
  }

  @Test
  void flinksDashboardSendsArgumentsInPlaceOfASavepoint() {
    assertThat(made(Map.of("program-args", "x", "savepointPath", "x"), Map.of()))
        .isEqualTo(Map.of("programArgsList", List.of("x")));
    assertThat(made(Map.of("program-args", "x", "savepointPath", "/s"), Map.of()))
        .containsEntry("savepointPath", "/s");
  }

  @Test
  void membersWithoutAValueSayNothing() {
    Map<String, Object> body = new HashMap<>();
    body.put("entryClass", null);
    body.put("programArgs", null);
    body.put("jobId", "0".repeat(32));

    assertThat(made(Map.of("entry-class", "a.B"), body))
        .isEqualTo(Map.of("entryClass", "a.B", "jobId", "0".repeat(32)));
  }
}
