// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.NoSuchJarException;
import dev.weir.flink.Samples;
import dev.weir.model.ProblemKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkErrorsTest {
  private static ClusterException of(int status, byte[] body) {
    return FlinkErrors.of(status, body, "/jars/x.jar/run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs_abc | 400 | INVALID | Bad request, could not parse parameters: Cannot resolve path"
            + " parameter (jobid) from value \"abc\".",
        "cancel_finished | 409 | CONFLICT | Job cancellation failed because the job has already"
            + " reached another terminal state (FINISHED).",
        "stop_bad | 400 | INVALID | Request did not match expected format"
            + " StopWithSavepointRequestBody.",
        "stream_cpdetails_missing | 404 | NOT_FOUND | Could not find checkpointing statistics for"
            + " checkpoint 999999.",
        "batch_checkpoints | 404 | NOT_FOUND | Checkpointing has not been enabled.",
        "tm_log | 500 | NOT_FOUND | The file LOG is not available on the TaskExecutor.",
        "tm_missing | 500 | NOT_FOUND | No TaskExecutor registered under nope.",
      })
  void ofAStackTraceOneSentenceIsLeft(String sample, int status, Reason reason, String sentence) {
    ClusterException error = of(status, Samples.bytes(sample));

    assertThat(error.reason()).isEqualTo(reason);
    assertThat(error).hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "408,NO_ANSWER",
    "413,TOO_LARGE",
    "500,UNEXPECTED_ANSWER",
    "503,UNREACHABLE",
    "504,NO_ANSWER"
  })
  void theStatusSaysWhy(int status, Reason reason) {
    assertThat(of(status, new byte[0]).reason()).isEqualTo(reason);
  }

  @Test
  void whatIsNotFlinksIsNotRepeated() {
    assertThat(of(502, "<html><h1>Bad Gateway</h1>".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("The cluster's address answered with status 502 and not as Flink does.");
  }

  @Test
  void ofWrappersTheInnermostCauseIsTold() {
    assertThat(
            FlinkErrors.sentence(
                """
                org.apache.flink.runtime.rest.handler.RestHandlerException: Could not execute application.
                \tat org.apache.flink.runtime.webmonitor.handlers.JarRunHandler.lambda$1(JarRunHandler.java:108)
                Caused by: java.util.concurrent.CompletionException: org.apache.flink.util.FlinkRuntimeException: x
                \tat java.base/java.util.concurrent.CompletableFuture.encodeThrowable(CompletableFuture.java:314)
                Caused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '/nosuch' on file system 'file'.
                """,
                400))
        .isEqualTo(
            "Cannot find checkpoint or savepoint file/directory '/nosuch' on file system 'file'.");
  }

  private static byte[] errors(String trace) {
    return ("{\"errors\":[\"Internal server error.\",\"" + trace.replace("\n", "\\n") + "\"]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aProgramWithoutTheEntryClassIsTheClientsMistake() {
    ClusterException error =
        of(
            500,
            errors(
                """
                <Exception on server side:
                java.util.concurrent.CompletionException: org.apache.flink.client.program.ProgramInvocationException: The program's entry point class 'NoSuch' was not found in the jar file.
                Caused by: java.lang.ClassNotFoundException: NoSuch
                """));

    assertThat(error.reason()).isEqualTo(Reason.INVALID);
    assertThat(error)
        .hasMessage("The program's entry point class 'NoSuch' was not found in the jar file.");
  }

  @Test
  void aProgramThatIsNotThereIsNotFound() {
    ClusterException error =
        of(
            500,
            errors(
                """
                <Exception on server side:
                java.util.concurrent.CompletionException: org.apache.flink.runtime.rest.handler.RestHandlerException: Jar file /tmp/web/upload/none.jar does not exist
                Caused by: org.apache.flink.runtime.rest.handler.RestHandlerException: Jar file /tmp/web/upload/none.jar does not exist
                """));

    assertThat(error.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(error).hasMessage("Jar file none.jar does not exist.");
  }

  @Test
  void whatAHandlerOfFlinksSaysIsTakenBeforeItsCause() {
    assertThat(
            FlinkErrors.sentence(
                """
                org.apache.flink.runtime.rest.NotFoundException: Job ff not found
                \tat org.apache.flink.X.y(X.java:1)
                Caused by: org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job (ff)
                """,
                404))
        .isEqualTo("Job ff not found.");
  }

  @Test
  void aJobWhoseStatusIsNotKnownIsNotFound() {
    assertThat(
            of(
                    500,
                    errors(
                        "org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not"
                            + " find Flink job (ff)"))
                .reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void pathsOfTheServerAreCutDownToTheirLastName() {
    assertThat(
            FlinkErrors.sentence("Jar file /tmp/flink-web-1/flink-web-upload/a_b.jar is gone", 400))
        .isEqualTo("Jar file a_b.jar is gone.");
    assertThat(FlinkErrors.sentence("File file:/srv/flink/uploads/none.jar is gone", 400))
        .isEqualTo("File none.jar is gone.");
  }

  @Test
  void anAddressOfTheWebIsNoPath() {
    assertThat(FlinkErrors.sentence("See https://flink.apache.org/a/b/c for more", 400))
        .isEqualTo("See https://flink.apache.org/a/b/c for more.");
  }

  @Test
  void aNovelIsCut() {
    assertThat(FlinkErrors.sentence("x".repeat(10_000), 400)).hasSizeLessThan(500).endsWith("...");
  }

  /** As Flink answers a run whose main method has thrown, with a text that the program chose. */
  private static byte[] thrownByAProgram(String text) {
    return errors(
        """
        org.apache.flink.runtime.rest.handler.RestHandlerException: Could not execute application.
        \tat org.apache.flink.runtime.webmonitor.handlers.JarRunHandler.lambda$1(JarRunHandler.java:108)
        Caused by: java.util.concurrent.CompletionException: org.apache.flink.util.FlinkRuntimeException: Could not execute application.
        Caused by: org.apache.flink.client.program.ProgramInvocationException: The main method caused an error: %s
        Caused by: java.lang.RuntimeException: %s
        """
            .formatted(text, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup: FlinkJobNotFoundException for job X",
        "File /data/udf.jar does not exist",
        "Jar file x.jar does not exist",
        "org.apache.flink.runtime.rest.handler.RestHandlerException: Jar file x.jar does not exist",
        "UnknownTaskExecutorException",
        "The file LOG is not available on the TaskExecutor.",
        "java.util.NoSuchElementException: No value present",
        "Not found: /jars/x.jar/run",
      })
  void whatAProgramSaysIsNotWhatFlinkSays(String text) {
    ClusterException error = of(400, thrownByAProgram(text));

    assertThat(error.reason()).isEqualTo(Reason.INVALID);
    assertThat(error).isNotInstanceOf(NoSuchJarException.class);
    assertThat(of(500, thrownByAProgram(text)).reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "{\"errors\":[]}",
        "{\"errors\":null}",
        "{\"errors\":[null]}",
        "{\"error\":\"Not found\"}",
        "default backend - 404",
        "<html><h1>404 Not Found</h1></html>",
        "{\"errors\":[\"Not found: /flink/jobs/x\"]}",
        "{\"errors\":[\"Unable to load requested file /flink/jobs/x.\"]}",
      })
  void a404ThatIsNotOfAHandlerOfFlinksSaysNothing(String body) {
    assertThat(of(404, body.getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(Reason.UNEXPECTED_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/overview",
        "/config",
        "/jobs",
        "/jobs/overview",
        "/taskmanagers",
        "/jars",
        "/jobmanager/config",
        "/jobmanager/metrics?get=a"
      })
  void whatEveryFlinkHasIsNeverGone(String path) {
    byte[] body = "{\"errors\":[\"There is none.\"]}".getBytes(StandardCharsets.UTF_8);

    assertThat(FlinkErrors.of(404, body, path).reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
    assertThat(FlinkErrors.of(404, body, "/jobs/x").reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void ofBackPressureThatIsNotMeasuredThereIsNone() {
    byte[] body =
        errors(
            """
            <Exception on server side:
            java.util.NoSuchElementException: No value present
            """);

    assertThat(FlinkErrors.of(500, body, "/jobs/x/vertices/y/backpressure").reason())
        .isEqualTo(Reason.NOT_FOUND);
    assertThat(FlinkErrors.of(500, body, "/jobs/x").reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/flink/lib/some-library-1.2.3.jar:",
        "/a",
        "a.",
        "a: ",
        "a.b: ",
        "Caused by: ",
        "\n",
        "$"
      })
  void aTextThatGoesOnAndOnIsReadAtOnce(String part) {
    String text = part.repeat(200_000);

    assertThat(FlinkErrors.sentence(text, 400)).hasSizeLessThan(500);
    assertThat(FlinkErrors.sentence("java.lang.RuntimeException: " + text, 400))
        .hasSizeLessThan(500);
    assertThat(of(400, thrownByAProgram(text.replace("\n", " "))).getMessage())
        .hasSizeLessThan(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Job ff not found | UNKNOWN_JOB",
        "JobVertex ee not found | UNKNOWN_VERTEX",
        "No vertex with ID 'ee' exists. | UNKNOWN_VERTEX",
        "There is no checkpoint statistics for task ee. | UNKNOWN_VERTEX",
        "Invalid subtask index for vertex ee | UNKNOWN_SUBTASK",
        "Attempt 7 not found in subtask 0 | UNKNOWN_ATTEMPT",
        "Invalid attempt num 7 | UNKNOWN_ATTEMPT",
        "Could not find checkpointing statistics for checkpoint 9. | UNKNOWN_CHECKPOINT",
        "Could not find TaskExecutor tm-1 | UNKNOWN_TASK_MANAGER",
        "Checkpointing has not been enabled. | NOT_AVAILABLE",
      })
  void whatFlinkHasNotFoundIsTheKindOfTheProblem(String said, ProblemKind kind) {
    byte[] trace =
        errors(
            "org.apache.flink.runtime.rest.NotFoundException: " + said + "\n\tat a.B.c(B.java:1)");
    byte[] sentence = ("{\"errors\":[\"" + said + "\"]}").getBytes(StandardCharsets.UTF_8);

    assertThat(FlinkErrors.of(404, trace, "/jobs/ff/x").kind()).isEqualTo(kind);
    assertThat(FlinkErrors.of(404, sentence, "/jobs/ff/x").kind()).isEqualTo(kind);
  }

  @Test
  void theClassOfWhatFlinkThrowsIsTheKindOfTheProblem() {
    assertThat(of(500, Samples.bytes("tm_missing")).kind())
        .isEqualTo(ProblemKind.UNKNOWN_TASK_MANAGER);
    assertThat(
            of(500, errors("org.apache.flink.runtime.messages.FlinkJobNotFoundException: ff"))
                .kind())
        .isEqualTo(ProblemKind.UNKNOWN_JOB);
    assertThat(of(400, thrownByAProgram("Job ff not found")).kind())
        .isEqualTo(ProblemKind.REFUSED_BY_FLINK);
  }
}
