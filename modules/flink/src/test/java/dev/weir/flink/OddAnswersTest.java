// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.Answer;
import dev.weir.testing.contract.AnswerContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recorded answers of real Flinks in which one value at a time is missing, null, of another type,
 * empty, huge or odd: what is made of the rest is as before, and all of it as the API is described.
 *
 * <p>Where a document is made of several answers, each is odd in turn. One that only adds to the
 * first hides nothing of it, whatever it is.
 */
class OddAnswersTest {
  private static final AnswerContract CONTRACT = AnswerContract.checkedIn();
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Content-Type", List.of("application/json"),
          "Age", List.of("0"),
          "Cache-Control", List.of("no-cache"),
          "ETag", List.of("\"x\""),
          "Last-Modified", List.of("Thu, 26 Nov 2026 05:03:46 GMT"),
          "Vary", List.of("Accept-Encoding"),
          "Weir-Freshness", List.of("fresh"),
          "Weir-Timestamp", List.of("0"));

  static Stream<RecordedDocument> documents() {
    return RecordedDocument.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void oneOddValueChangesNothingElse(RecordedDocument document) {
    Exceptions logged = new Exceptions();
    Logger.getLogger("dev.weir").addHandler(logged);
    try {
      JsonNode before = shown(document, document.recorded()).orElseThrow();
      Map<String, Set<String>> shownOf = new LinkedHashMap<>();
      OddValues odd = new OddValues(document.recorded());
      for (String place : odd.places()) {
        Set<String> own =
            Differences.of(
                before, odd.otherwise(place).flatMap(other -> shown(document, other).stream()));
        odd.leavesAbove(place)
            .forEach(above -> shownOf.computeIfAbsent(above, any -> new TreeSet<>()).addAll(own));
      }
      Set<String> ofAll = new TreeSet<>(document.adds());
      shownOf.values().forEach(ofAll::addAll);
      for (String place : odd.allPlaces()) {
        odd.mutations(place)
            .forEach(
                (what, mutated) -> {
                  Optional<JsonNode> after = shown(document, mutated);
                  Set<String> expected = new TreeSet<>(shownOf.getOrDefault(place, Set.of()));
                  if (document.isFurther()) {
                    expected.addAll(
                        document.mustBeThere().contains(place) ? ofAll : document.adds());
                  }
                  if (after.isEmpty()) {
                    assertThat(document.isFurther() ? List.of() : document.mustBeThere())
                        .as("%s of which %s is %s is not taken for Flink's", document, place, what)
                        .contains(place);
                  } else {
                    Differences.check(
                        unordered(before, place),
                        unordered(after.get(), place),
                        odd.hasMore(place) ? Differences.withParents(expected) : expected,
                        document + " of which " + place + " is " + what);
                  }
                });
      }
    } finally {
      Logger.getLogger("dev.weir").removeHandler(logged);
    }
    assertThat(logged.thrown).isNull();
  }

  /** Ended jobs are in the order in which they ended: another end is another place in the list. */
  private static JsonNode unordered(JsonNode shown, String place) {
    if (!place.endsWith("/end-time") || !shown.path("finished").isArray()) {
      return shown;
    }
    ObjectNode copy = shown.deepCopy();
    List<JsonNode> jobs = new ArrayList<>();
    copy.withArray("finished").forEach(jobs::add);
    jobs.sort(Comparator.comparing(job -> job.path("jid").asText()));
    copy.putArray("finished").addAll(jobs);
    return copy;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatIsNotFlinksIsNotTakenForItAndHidesNothingElse(RecordedDocument document) {
    for (String other : List.of("{}", "null", "[{}", "\"\"", "7", "<html>404</html>", "")) {
      assertThat(readable(document, other))
          .as("%s for %s", other, document)
          .isEqualTo(document.isFurther());
    }
    for (String place : document.mustBeThere()) {
      OddValues odd = new OddValues(document.recorded());
      assertThat(shown(document, odd.mutations(place).get("missing")).isPresent())
          .as("%s without %s", document, place)
          .isEqualTo(document.isFurther());
    }
  }

  @Test
  void aDocumentThatIsNestedTooDeepIsNotReadAndDoesNoHarm() {
    RecordedDocument jobs = RecordedDocument.all().findFirst().orElseThrow();

    assertThat(readable(jobs, "{\"x\":" + "[".repeat(1_000_000))).isFalse();
  }

  private static boolean readable(RecordedDocument document, String json) {
    try {
      Object unused = document.read(json);
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  /** What Weir shows of it; empty if it cannot be Flink's. Fails if it is not as described. */
  private static Optional<JsonNode> shown(RecordedDocument document, JsonNode recorded) {
    try {
      byte[] bytes = RecordedDocument.JSON.writeValueAsBytes(document.read(recorded.toString()));
      CONTRACT.check("GET", document.target(), new Answer(document.target(), 200, HEADERS, bytes));
      return Optional.of(RecordedDocument.JSON.readTree(new String(bytes, UTF_8)));
    } catch (CompletionException e) {
      if (e.getCause() instanceof ClusterException) {
        return Optional.empty();
      }
      return fail(document + " made of " + recorded, e);
    } catch (JsonProcessingException e) {
      return fail(document + " made of " + recorded, e);
    }
  }

  private static final class Exceptions extends Handler {
    private volatile Throwable thrown;

    @Override
    public void publish(LogRecord logged) {
      thrown = logged.getThrown() == null ? thrown : logged.getThrown();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
