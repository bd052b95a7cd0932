// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Problem;
import dev.weir.model.ProblemKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Flink 1.3.2 sent: status, media type and body of each kind of failure. */
class ClassicErrorsTest {
  private static final String JOB = "ffffffffffffffffffffffffffffffff";
  private static final String VERTEX = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Jars: the reason in a 200, whatever it is, but for who asks and how often.
        "jars/               | 403 | Not here.          | 200 {'error':'Not here.'}",
        "jars/upload         | 415 | No jar.            | 200 {'error':'No jar.'}",
        "jars/x.jar          | 404 | No x.jar.          | 200 {'error':'No x.jar.'}",
        "jars/x.jar/plan     | 400 | Bad.               | 200 {'error':'Bad.'}",
        "jars/x.jar/run      | 504 | No answer.         | 200 {'error':'No answer.'}",
        "jars/x.jar/run      | 500 | Unexpected: 7.     | 200 {'error':'Unexpected: 7.'}",
        "jars                | 401 | Who are you?       | 401 Who are you?",
        "jars/upload         | 429 | Too many.          | 429 Too many.",
        // As if there were nothing.
        "jobs/JOB/checkpoints/details/9                 | 404 | No checkpoint 9. | 200 {}",
        "jobs/JOB/checkpoints/details/x                 | 400 | x is no number.  | 200 {}",
        "jobs/JOB/checkpoints/details/9/subtasks/VERTEX | 404 | No VERTEX.       | 200 {}",
        "taskmanagers/abc         | 404 | No abc.    | 200 {'taskmanagers':[]}",
        "taskmanagers/abc/metrics | 404 | No abc.    | 200 []",
        "jobs/JOB/metrics         | unknown-job | No job JOB.    | 200 []",
        "taskmanagers/abc/log     | 404 | No abc.    | 200 No abc.",
        "jobs/JOB/cancel          | unknown-job | No job JOB.    | 200 {}",
        "jobs/JOB/yarn-cancel     | 409 | JOB has ended. | 200 {}",
        "jobs/JOB/yarn-stop       | unknown-job | No job JOB.    | 200 {}",
        "jobs/JOB/stop            | 400 | No directory.  | 200 {'error':'No directory.'}",
        // Text.
        "nosuch                       | 404 | Nothing.        | 404 Nothing.",
        "jobs/JOB                     | unknown-job | No job JOB.     | 404 No job JOB.",
        "jobs/JOB/checkpoints/details/9 | unknown-job | No job JOB.   | 404 No job JOB.",
        "jobs/JOB/vertices/VERTEX     | unknown-job | No job JOB.     | 404 No job JOB.",
        "jobs/JOB/vertices/VERTEX     | unknown-vertex | Job JOB has no VERTEX. | 500 Job JOB has no VERTEX.",
        "jobs/JOB/vertices/VERTEX/subtasks/9 | unknown-subtask | No 9.    | 500 No 9.",
        "jobs/zzz                     | 400 | zzz is no id.   | 500 zzz is no id.",
        "jobs/zzz/cancel              | 400 | zzz is no id.   | 500 zzz is no id.",
        "jobs/JOB/cancel-with-savepoint | unknown-job | No job JOB.   | 500 No job JOB.",
        "jobs/JOB/cancel-with-savepoint | 409 | It has ended. | 500 It has ended.",
        "overview                     | 502 | Not Flink.      | 500 Not Flink.",
        "overview                     | 503 | No leader.      | 503 No leader.",
        "jobs/JOB/cancel              | 504 | No answer.      | 500 No answer.",
        "jobs/JOB/cancel              | 403 | You may not.    | 403 You may not.",
      })
  void aFailureLooksAsItDidIn132(String path, String kind, String sentence, String classic) {
    ClassicErrors.Answer answer =
        ClassicErrors.of(filled(path.strip()), problem(kind.strip(), filled(sentence.strip())));
    String body = answer.body();
    String expected = filled(classic.strip().replace('\'', '"'));

    assertThat(answer.status() + " " + body).isEqualTo(expected);
    assertThat(answer.type().toString())
        .isEqualTo(
            body.matches("[\\[{].*")
                ? "application/json;charset=UTF-8"
                : "text/plain;charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clusters",
        "clusters/prod",
        "clusters/jobs",
        "openapi/",
        "openapi.json",
        "problems/x"
      })
  void whatTheOldServerDidNotHaveStaysAProblem(String path) {
    assertThat(ClassicErrors.concern(path)).isFalse();
  }

  private static String filled(String text) {
    return text.replace("JOB", JOB).replace("VERTEX", VERTEX);
  }

  /** Of a kind by its name, or of the general one of a status. */
  private static Problem problem(String kind, String sentence) {
    return ProblemKind.named(kind)
        .map(named -> Problem.of(named, sentence))
        .orElseGet(() -> Problem.ofStatus(Integer.parseInt(kind), "", sentence));
  }
}
