// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.weir.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that are not as described are noticed; those that are pass. */
class AnswerContractTest {
  private static final String JSON = "application/json;charset=UTF-8";
  private static final String PROBLEM = "application/problem+json";
  private static final String JOBS =
      "{\"jobs-running\":[],\"jobs-finished\":[\""
          + "0".repeat(32)
          + "\"],"
          + "\"jobs-cancelled\":[],\"jobs-failed\":[]}";
  private static final String NOT_FOUND =
      "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
          + "\"detail\":\"No.\",\"error\":\"No.\"}";

  private final AnswerContract contract = AnswerContract.checkedIn();

  private static Answer answer(int status, String type, String body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Content-Type", List.of(type));
    List.of("Age", "ETag", "Last-Modified", "Weir-Freshness", "X-Request-Id")
        .forEach(name -> headers.put(name, List.of("0")));
    return new Answer("GET /", status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> jobs(String body) {
    return contract.violations("GET", "/jobs", answer(200, JSON, body));
  }

  @Test
  void whatIsDescribedPasses() {
    assertThat(jobs(JOBS)).isEmpty();
    assertThat(contract.violations("GET", "/jobs/?x=1", answer(200, JSON, JOBS))).isEmpty();
    assertThat(contract.violations("GET", "/nosuch", answer(404, PROBLEM, NOT_FOUND))).isEmpty();
    assertThat(
            contract.violations("GET", "/jobs/" + "f".repeat(32), answer(404, PROBLEM, NOT_FOUND)))
        .isEmpty();
  }

  @Test
  void theAnswersOfOneClusterOfSeveralAreTheSame() {
    assertThat(contract.violations("GET", "/clusters/prod/jobs", answer(200, JSON, JOBS)))
        .isEmpty();
    assertThat(contract.violations("GET", "/clusters/prod/jobs", answer(200, JSON, "{}")))
        .isNotEmpty();
    assertThat(contract.violations("GET", "/clusters/jobs", answer(200, JSON, JOBS))).isNotEmpty();
  }

  @Test
  void aFieldThatIsNotDescribedIsNoticed() {
    assertThat(jobs(JOBS.replace("{", "{\"jobs-lost\":[],")))
        .singleElement()
        .asString()
        .contains("jobs-lost");
  }

  @Test
  void aFieldThatIsMissingIsNoticed() {
    assertThat(jobs(JOBS.replace("\"jobs-running\":[],", "")))
        .singleElement()
        .asString()
        .contains("jobs-running");
  }

  @Test
  void aFieldOfAnotherTypeIsNoticed() {
    assertThat(jobs(JOBS.replace("\"jobs-failed\":[]", "\"jobs-failed\":{}"))).isNotEmpty();
    assertThat(jobs(JOBS.replace("\"jobs-failed\":[]", "\"jobs-failed\":null"))).isNotEmpty();
  }

  @Test
  void aTextThatDoesNotMatchItsPatternIsNoticed() {
    String clusters =
        "{\"clusters\":[{\"name\":\"a\",\"default\":true,\"state\":\"healthy\",\"addresses\":[]}]}";
    assertThat(contract.violations("GET", "/clusters", answer(200, JSON, clusters))).isEmpty();
    assertThat(
            contract.violations(
                "GET", "/clusters", answer(200, JSON, clusters.replace("\"a\"", "\"a b\""))))
        .isNotEmpty();
  }

  @Test
  void anUndescribedFieldDeepInsideIsNoticed() {
    String body = "[{\"id\":\"uptime\",\"value\":\"1\",\"unit\":\"ms\"}]";

    assertThat(contract.violations("GET", "/jobmanager/metrics", answer(200, JSON, body)))
        .singleElement()
        .asString()
        .contains("unit");
  }

  @Test
  void anotherStatusIsNoticed() {
    assertThat(contract.violations("GET", "/jobs", answer(418, PROBLEM, NOT_FOUND)))
        .containsExactly("listJobIds has no status 418");
  }

  @Test
  void anotherMediaTypeIsNoticed() {
    assertThat(contract.violations("GET", "/jobs", answer(200, "text/html", "<html>")))
        .containsExactly("has the type 'text/html'");
  }

  @Test
  void aHeaderThatIsMissingIsNoticed() {
    Answer bare =
        new Answer(
            "GET /jobs",
            200,
            Map.of("Content-Type", List.of(JSON)),
            JOBS.getBytes(StandardCharsets.UTF_8));

    assertThat(contract.violations("GET", "/jobs", bare)).contains("has no header ETag");
  }

  @Test
  void aProblemOfAnotherShapeIsNoticedAtAnyAddress() {
    String bare = NOT_FOUND.replace(",\"error\":\"No.\"", "");

    assertThat(contract.violations("GET", "/jobs/zzz", answer(400, PROBLEM, bare))).isNotEmpty();
    assertThat(contract.violations("GET", "/nosuch", answer(404, PROBLEM, bare))).isNotEmpty();
    assertThat(contract.violations("GET", "/nosuch", answer(404, "text/plain", "no"))).isNotEmpty();
  }

  @Test
  void anAddressThatIsNotDescribedMayNotAnswer() {
    assertThat(contract.violations("GET", "/secret", answer(200, JSON, "{}"))).isNotEmpty();
    assertThat(contract.violations("PUT", "/jobs", answer(200, JSON, JOBS))).isNotEmpty();
  }

  @Test
  void aRouteThatIsDroppedFromTheDescriptionIsNoticed() {
    Contract broken =
        ChangedContract.copy().at("/paths", paths -> paths.remove("/jobs")).contract();

    assertThat(new AnswerContract(broken).violations("GET", "/jobs", answer(200, JSON, JOBS)))
        .isNotEmpty();
  }

  @Test
  void aPropertyThatIsRenamedInTheDescriptionIsNoticed() {
    Contract broken =
        ChangedContract.copy()
            .at(
                "/components/schemas/JobIds/properties",
                properties -> properties.set("jobs-lost", properties.remove("jobs-failed")))
            .contract();

    assertThat(new AnswerContract(broken).violations("GET", "/jobs", answer(200, JSON, JOBS)))
        .isNotEmpty();
  }

  @Test
  void anEnumerationThatIsNarrowedInTheDescriptionIsNoticed() {
    Contract broken =
        ChangedContract.copy()
            .at(
                "/components/schemas/JarUpload/properties/status",
                status -> ((ArrayNode) status.get("enum")).removeAll().add("done"))
            .contract();
    Answer uploaded = answer(200, JSON, "{\"status\":\"success\",\"filename\":\"a.jar\"}");

    assertThat(contract.violations("POST", "/jars/upload", uploaded)).isEmpty();
    assertThat(new AnswerContract(broken).violations("POST", "/jars/upload", uploaded))
        .isNotEmpty();
  }

  @Test
  void aCheckThatFailsSaysWhatWasAnswered() {
    assertThatThrownBy(() -> contract.check("GET", "/jobs", answer(200, JSON, "[]")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Not as described in api-spec/weir.yaml")
        .hasMessageContaining("[]");
  }
}
