// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.Answer;
import dev.weir.testing.reference.RecordedCall;
import dev.weir.testing.reference.Reference;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A live answer is compared with the recorded one. */
class ComparisonTest {
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Not Found","status":404,
       "detail":"There is no such job.","error":"There is no such job."}
      """;

  static List<RecordedCall> calls() {
    return Stream.concat(Reference.reads().stream(), Reference.actions().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aRealFlink13HasNoViolations(RecordedCall call) {
    assertThat(new Comparison(Differences.parse("[]")).compare(call, answer(call))).isEmpty();
  }

  @Test
  void aRealFlink13FailsWhereWeChoseOtherwise() {
    Differences differences = Differences.checkedIn();
    List<String> failing =
        calls().stream()
            .filter(call -> !new Comparison(differences).compare(call, answer(call)).isEmpty())
            .map(RecordedCall::path)
            .toList();
    assertThat(failing)
        .contains(
            "/nosuch",
            "/jobs/zzz",
            "/taskmanagers/abc",
            "/jobs/bb98e5e9549ffa57a53c51044094dbde/metrics",
            "/jobs/bb98e5e9549ffa57a53c51044094dbde/accumulators",
            "/jobs/bb98e5e9549ffa57a53c51044094dbde/plan")
        .doesNotContain("/overview", "/jobs", "/jobs/6d6581f54702443ddc8e03930e38cfb5");
  }

  @Test
  void anotherStatusIsAViolation() {
    assertThat(violations(read("/overview"), 503, "application/json; charset=UTF-8", "{}"))
        .containsExactly("status");
  }

  @Test
  void anotherContentTypeIsAViolation() {
    RecordedCall call = read("/overview");
    assertThat(violations(call, 200, "text/plain", call.body())).containsExactly("content-type");
    assertThat(violations(call, 200, "application/json", call.body()))
        .containsExactly("content-type");
    assertThat(violations(call, 200, "application/json;charset=utf-8", call.body())).isEmpty();
  }

  @Test
  void anotherFormIsAViolation() {
    RecordedCall call = read("/joboverview/running");
    String body = call.body().replace("\"RUNNING\"", "\"INITIALIZING\"");
    assertThat(violations(call, 200, call.contentType(), body)).containsExactly("/jobs/0/state");
  }

  @Test
  void aCheckpointThatDidNotCompleteHasOtherFields() {
    RecordedCall call = read("/jobs/6d6581f54702443ddc8e03930e38cfb5/checkpoints");
    String entry = "{\"id\":25,\"status\":\"IN_PROGRESS\",\"is_savepoint\":false},";
    String body = call.body().replace("\"history\":[", "\"history\":[" + entry);
    assertThat(violations(call, 200, call.contentType(), body)).isEmpty();
    String odd = body.replace("IN_PROGRESS", "PENDING");
    assertThat(violations(call, 200, call.contentType(), odd)).containsExactly("/history/0/status");
  }

  @Test
  void aMetricThatIsNotListedIsAViolation() {
    RecordedCall call = read("/jobs/6d6581f54702443ddc8e03930e38cfb5/metrics");
    String body = call.body().replace("fullRestarts", "numRestarts");
    assertThat(violations(call, 200, call.contentType(), body)).containsExactly("/fullRestarts");
  }

  /** Each was answered by this server once, and had the right shape. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0ffb0dad163f84d185ae9c346f365546/checkpoints/config | exactly_once | at_least_once | /mode",
        "6d6581f54702443ddc8e03930e38cfb5/plan | Numbers -&gt; Map | Numbers<br/>+- Map<br/> |"
            + " /nodes/1/description",
        "6d6581f54702443ddc8e03930e38cfb5/plan | \"parallelism\":1 | \"parallelism\":-1 |"
            + " /nodes/0/parallelism",
        "6d6581f54702443ddc8e03930e38cfb5/metrics?get=numberOfInProgressCheckpoints |"
            + " numberOfInProgressCheckpoints | uptime | /0/id"
      })
  void anotherValueIsAViolation(String path, String value, String other, String at) {
    RecordedCall call = read("/jobs/" + path);
    String body = call.body().replaceFirst(Pattern.quote(value), other);
    assertThat(body).isNotEqualTo(call.body());
    assertThat(violations(call, 200, call.contentType(), body)).contains(at);
  }

  @Test
  void aChosenErrorMustBeAProblem() {
    RecordedCall call = read("/jobs/ffffffffffffffffffffffffffffffff");
    Comparison comparison = new Comparison(Differences.checkedIn());
    assertThat(comparison.compare(call, answer(404, "application/problem+json", PROBLEM)))
        .isEmpty();
    assertThat(comparison.compare(call, answer(404, "application/json", PROBLEM))).isNotEmpty();
    assertThat(comparison.compare(call, answer(500, "application/problem+json", PROBLEM)))
        .isNotEmpty();
  }

  @Test
  void aChosenValueIsMet() {
    Differences differences =
        Differences.parse(
            """
            [{"id":"x","kind":"value","calls":["GET /overview"],"at":["/slots-total"],
              "expect":7,"where":"w","flink":"f","weir":"w","reason":"r"}]
            """);
    Comparison comparison = new Comparison(differences);
    RecordedCall call = read("/overview");
    String seven = call.body().replace("\"slots-total\":8", "\"slots-total\":7");
    assertThat(seven).isNotEqualTo(call.body());
    assertThat(comparison.compare(call, answer(call))).isNotEmpty();
    assertThat(comparison.compare(call, answer(200, call.contentType(), seven))).isEmpty();
    assertThat(differences.unmet()).isEmpty();
  }

  @Test
  void theLocationMustBeThatOfTheBody() {
    RecordedCall call =
        calls().stream().filter(c -> c.location() != null).findFirst().orElseThrow();
    Answer without = answer(call.status(), call.contentType(), call.body());
    assertThat(new Comparison(Differences.parse("[]")).compare(call, without))
        .extracting(Violation::at)
        .containsExactly("location");
  }

  private static List<String> violations(
      RecordedCall call, int status, String contentType, String body) {
    return new Comparison(Differences.parse("[]"))
        .compare(call, answer(status, contentType, body)).stream().map(Violation::at).toList();
  }

  private static RecordedCall read(String path) {
    return Reference.read(path);
  }

  private static Answer answer(RecordedCall call) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Content-Type", List.of(call.contentType()));
    if (call.location() != null) {
      headers.put("Location", List.of(call.location()));
    }
    return new Answer(
        call.name(), call.status(), headers, call.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer answer(int status, String contentType, String body) {
    return new Answer(
        "GET /",
        status,
        Map.of("Content-Type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
