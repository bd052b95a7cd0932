// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error answer must and must not say. */
class ProblemsTest {
  private static final String GOOD =
      """
      {"type":"about:blank","title":"Not Found","status":404,"instance":"/jobs/1",
       "detail":"There is no job 1.","error":"There is no job 1."}
      """;

  @Test
  void aSentenceIsEnough() {
    assertThat(Problems.in(answer("GET /jobs/1", GOOD))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "title", "status", "detail", "error"})
  void everyMemberHasToBeThere(String member) {
    assertThat(Problems.in(answer("GET /", GOOD.replace('"' + member + '"', "\"other\""))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\n\\tat dev.weir.Main.main(Main.java:3)",
        "NullPointerException",
        "org.apache.flink.runtime.rest",
        "in /tmp/flink-web-1/upload",
        "in /home/weir/x.jar",
        "in C:\\\\weir\\\\x.jar"
      })
  void theInsideOfTheServerStaysInside(String secret) {
    String body = GOOD.replace("no job 1", secret);
    assertThat(Problems.in(answer("GET /jobs/1", body))).isNotEmpty();
  }

  @Test
  void whatWasAskedForMayBeRepeated() {
    String body = GOOD.replace("no job 1", "no file /etc/passwd");
    assertThat(Problems.in(answer("GET /jars/%2Fetc%2Fpasswd", body))).isEmpty();
    assertThat(Problems.in(answer("GET /jars/%", body))).isNotEmpty();
  }

  @Test
  void anotherTypeIsNoProblem() {
    assertThat(
            Problems.in(
                new Answer(
                    "GET /",
                    404,
                    Map.of("Content-Type", List.of("text/html")),
                    "<html>".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("is not application/problem+json", "is not JSON");
  }

  private static Answer answer(String request, String body) {
    return new Answer(
        request,
        404,
        Map.of("Content-Type", List.of("application/problem+json")),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
