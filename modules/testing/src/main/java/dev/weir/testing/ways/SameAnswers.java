// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.Answer;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The same request has one answer, by whatever client it is sent, to whatever server, and however
 * often: as the first of its address, and when the answer to that is kept.
 *
 * <p>A subclass names servers whose cluster is one that {@link #prepared} has made.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SameAnswers {
  private final List<RequestRow> rows = RequestTable.rows();

  /** By whom the answers are given that all others are compared with. */
  protected abstract URI reference();

  /** The clients, and the servers that they ask. */
  protected abstract List<Route> routes() throws Exception;

  /** A cluster with what the requests of the table are for. */
  public static CountingFlink prepared() {
    CountingFlink flink = new CountingFlink();
    RequestTable.prepare(flink);
    return flink;
  }

  /** What its servers are set to, so that nothing changes while they are asked. */
  public static Map<String, String> settings() {
    return Map.of(
        "weir.refresh-interval", "1 h",
        "weir.max-staleness", "2 h",
        "weir.submit.enabled", "true",
        "weir.upload.per-minute", "0");
  }

  /** The runnable jar before such a cluster. */
  public static WeirLaunch launch(CountingFlink flink) {
    WeirLaunch launch = WeirProcess.launch().arguments("--cluster", flink.address().toString());
    settings().forEach((name, value) -> launch.arguments("--set", name + "=" + value));
    return launch;
  }

  @TestFactory
  Stream<DynamicContainer> theSameRequestHasOneAnswer() throws Exception {
    Route plain = Ways.plain("reference", reference(), Set.of());
    String tag = tag(plain);
    Map<RequestRow, Answers> first = answers(plain, tag);
    Map<RequestRow, Seen> expected = new LinkedHashMap<>();
    first.forEach((row, seen) -> expected.put(row, seen.asked().iterator().next()));
    return Stream.concat(
        Stream.of(dynamicContainer(plain.name(), compared(plain, first, expected))),
        routes().stream()
            .map(route -> dynamicContainer(route.name(), compared(route, tag, expected))));
  }

  private Stream<DynamicNode> compared(Route route, String tag, Map<RequestRow, Seen> expected) {
    Optional<String> missing = route.way().missing();
    if (missing.isPresent()) {
      return Stream.of(dynamicTest("is not installed", () -> skip(missing.get())));
    }
    return compared(route, answers(route, tag), expected);
  }

  private static Stream<DynamicNode> compared(
      Route route, Map<RequestRow, Answers> answers, Map<RequestRow, Seen> expected) {
    return answers.entrySet().stream()
        .map(
            seen ->
                dynamicTest(
                    seen.getKey().toString(),
                    () -> {
                      RequestRow row = seen.getKey();
                      compare(
                          route, row, seen.getValue(), Objects.requireNonNull(expected.get(row)));
                    }));
  }

  /** Skips, except on a machine that was set up for the build. */
  private static void skip(String program) {
    assertThat(System.getenv("CI")).as("%s is not installed", program).isNull();
    assumeThat(program).as("it is not installed").isNull();
  }

  private static void compare(Route route, RequestRow row, Answers seen, Seen expected) {
    Optional<String> reason =
        row.exceptions().entrySet().stream()
            .filter(exception -> route.traits().contains(exception.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (reason.isPresent()) {
      assertThat(seen.asked())
          .as("answered otherwise because %s", reason.get())
          .isNotEqualTo(Set.of(expected));
    } else {
      assertThat(expected.status()).as("%s", expected).isEqualTo(row.status());
      assertThat(seen.asked()).containsExactly(expected);
      assertThat(seen.plain()).as("to others who ask for the address").hasSizeLessThan(2);
    }
  }

  /** The tag of the document that preconditions of the table are about. */
  private static String tag(Route route) {
    try {
      WayRequest request =
          RequestRow.row(200, "GET", RequestTable.TAGGED).plain(route.prefix(), "first");
      return route.way().send(route.server(), List.of(request)).get(0).header("ETag").orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a client got for a row.
   *
   * @param asked cold, at once again, and after the address of a read was asked for plainly
   * @param plain to those who asked for such an address and said nothing else
   */
  private record Answers(Set<Seen> asked, Set<Seen> plain) {}

  /** For each row that the client can send. */
  private Map<RequestRow, Answers> answers(Route route, String tag) {
    List<WayRequest> requests = new ArrayList<>();
    Map<RequestRow, Integer> first = new LinkedHashMap<>();
    for (RequestRow row : rows) {
      String mark = "_=" + route.name().replaceAll("\\W", "") + first.size();
      WayRequest request = row.request(route.prefix(), mark, tag);
      if (route.way().takes(request)) {
        first.put(row, requests.size());
        requests.addAll(List.of(request, request));
        if (row.isRead()) {
          WayRequest plain = row.plain(route.prefix(), mark);
          WayRequest elsewhere = row.plain(route.prefix(), mark + "x");
          requests.addAll(List.of(elsewhere, plain, plain, request, request));
        }
      }
    }
    try {
      List<Answer> answers = route.way().send(route.server(), requests);
      Map<RequestRow, Answers> seen = new LinkedHashMap<>();
      first.forEach(
          (row, at) -> {
            boolean said = requests.get(at).header("Accept-Encoding").isPresent();
            seen.put(
                row,
                row.isRead()
                    ? new Answers(
                        seen(route, said, answers, at, at + 1, at + 5, at + 6),
                        seen(route, false, answers, at + 2, at + 3, at + 4))
                    : new Answers(seen(route, said, answers, at, at + 1), Set.of()));
          });
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(route.name() + " failed", e);
    }
  }

  /** Some of the answers, without their encoding unless the request has said something of that. */
  private static Set<Seen> seen(Route route, boolean said, List<Answer> answers, int... which) {
    return Arrays.stream(which)
        .mapToObj(i -> Seen.of(answers.get(i), route))
        .map(each -> said ? each : each.whateverItsEncoding())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
