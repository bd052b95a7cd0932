// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What real Flinks answered is as the description of their API says. */
class FlinkSamplesTest {
  /** The oldest, the middle and the newest of the Flinks that are tried. */
  private static final List<String> RELEASES = List.of("1.15.4", "1.20.4", "2.3.0");

  private static final Contract DESCRIBED = Contract.ofFlinkApi();

  /** A request and the recorded answer, in which long lists may be cut short. */
  private record Sample(String method, String path, Answer answer) {
    static Sample of(JsonNode recorded) {
      String method = recorded.path("method").asText();
      String path = recorded.path("path").asText();
      return new Sample(
          method,
          path,
          new Answer(
              method + " " + path,
              recorded.path("status").asInt(),
              Map.of("Content-Type", List.of("application/json")),
              recorded.path("body").toString().getBytes(StandardCharsets.UTF_8)));
    }

    List<String> violations(AnswerContract contract) {
      return contract.violations(method, path, answer);
    }
  }

  private static Stream<Sample> samples(String release) {
    String file = "/dev/weir/testing/flink-rest/" + release + ".json";
    try (InputStream in = requireNonNull(FlinkSamplesTest.class.getResourceAsStream(file), file)) {
      JsonNode recorded = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return StreamSupport.stream(recorded.spliterator(), false).map(Sample::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicContainer> eachSampleIsAsDescribed() {
    AnswerContract contract = new AnswerContract(DESCRIBED);
    return RELEASES.stream()
        .map(
            release ->
                DynamicContainer.dynamicContainer(
                    release,
                    samples(release)
                        .map(
                            sample ->
                                DynamicTest.dynamicTest(
                                    sample.answer().request(),
                                    () ->
                                        assertThat(sample.violations(contract))
                                            .as(sample.answer().toString())
                                            .isEmpty()))));
  }

  /** What is wrong with answers of Flink 2.3 at a path, by a changed description. */
  private static List<String> violations(ChangedContract changed, String path) {
    AnswerContract contract = new AnswerContract(changed.contract());
    return samples("2.3.0")
        .filter(sample -> sample.path().endsWith(path))
        .flatMap(sample -> sample.violations(contract).stream())
        .toList();
  }

  @Test
  void aMemberThatIsNotDescribedIsNoticed() {
    assertThat(
            violations(
                ChangedContract.copyOf(DESCRIBED)
                    .at(
                        "/components/schemas/Features/properties",
                        properties -> properties.remove("web-rescale")),
                "/config"))
        .singleElement()
        .asString()
        .contains("web-rescale");
  }

  @Test
  void aTextThatIsDescribedAsANumberIsNoticed() {
    assertThat(
            violations(
                ChangedContract.copyOf(DESCRIBED)
                    .at(
                        "/components/schemas/StatsSummaryDto/properties/p50",
                        p50 -> p50.removeAll().put("type", "number")),
                "/checkpoints"))
        .isNotEmpty();
  }

  @Test
  void aNullThatIsNotDescribedIsNoticed() {
    assertThat(
            violations(
                ChangedContract.copyOf(DESCRIBED)
                    .at(
                        "/components/schemas/RestoredCheckpointStatistics",
                        schema -> schema.remove("nullable")),
                "/checkpoints"))
        .isNotEmpty();
  }

  @Test
  void anotherStatusIsNoticed() {
    assertThat(
            violations(
                ChangedContract.copyOf(DESCRIBED)
                    .at(
                        "/paths/~1jobs~1{jobid}~1savepoints/post/responses",
                        responses -> responses.set("200", responses.remove("202"))),
                "/savepoints"))
        .containsExactly("triggerSavepoint has no status 202");
  }

  @Test
  void aPathThatIsNotDescribedIsNoticed() {
    assertThat(
            violations(
                ChangedContract.copyOf(DESCRIBED)
                    .at("/paths", paths -> paths.remove("/jobs/overview")),
                "/jobs/overview"))
        .isNotEmpty();
  }
}
