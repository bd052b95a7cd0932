// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import dev.weir.testing.flink.FlinkVersion;
import dev.weir.testing.reference.RecordedCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chosen differences from Flink 1.3, and which of them a run has met: one that no longer occurs
 * has to leave the list.
 */
final class Differences {
  private static final String FILE = "/dev/weir/testing/differences.json";

  private final List<Difference> all;
  private final Set<String> met = new TreeSet<>();

  Differences(List<Difference> all) {
    this.all = List.copyOf(all);
  }

  /** The checked-in list, none of it met yet. */
  static Differences checkedIn() {
    try (InputStream in = Differences.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The list " + FILE + " is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a list: a JSON array of objects with the members of {@link Difference}. */
  static Differences parse(String json) {
    List<Difference> differences = new ArrayList<>();
    for (JsonNode entry : Json.parse(json)) {
      differences.add(difference(entry));
    }
    return new Differences(differences);
  }

  /** Those that occur on a cluster, none of them met yet: its {@code /config} says what it is. */
  Differences on(JsonNode config) {
    FlinkVersion version = new FlinkVersion(config.path("flink-version").asText());
    return new Differences(
        all.stream().filter(difference -> difference.appliesTo(version)).toList());
  }

  /** All of them, in the order of the list. */
  List<Difference> all() {
    return all;
  }

  /** The one by which the whole answer to a call is an error of our own; it counts as met. */
  Optional<Difference> answer(RecordedCall call) {
    return meet(
        concerning(call, Difference.Kind.ANSWER).stream()
            .filter(difference -> difference.from() == call.status()));
  }

  /** The one by which there is a body where 1.3's was empty; it counts as met. */
  Optional<Difference> body(RecordedCall call) {
    return !call.body().isEmpty()
        ? Optional.empty()
        : meet(concerning(call, Difference.Kind.BODY).stream());
  }

  /** Those about single values of the answer to a call. */
  List<Difference> values(RecordedCall call) {
    return concerning(call, Difference.Kind.VALUE);
  }

  /** Notes that a difference was seen. */
  void meet(String id) {
    if (all.stream().noneMatch(difference -> difference.id().equals(id))) {
      throw new IllegalArgumentException("There is no difference " + id);
    }
    met.add(id);
  }

  /** Those that must occur and have not been met. */
  List<String> unmet() {
    return all.stream()
        .filter(difference -> difference.conditional() == null)
        .map(Difference::id)
        .filter(id -> !met.contains(id))
        .toList();
  }

  private List<Difference> concerning(RecordedCall call, Difference.Kind kind) {
    return all.stream()
        .filter(difference -> difference.kind() == kind && difference.concerns(call))
        .toList();
  }

  private Optional<Difference> meet(Stream<Difference> found) {
    Optional<Difference> first = found.findFirst();
    first.ifPresent(difference -> met.add(difference.id()));
    return first;
  }

  private static Difference difference(JsonNode entry) {
    String pattern = text(entry, "pattern");
    String since = text(entry, "since");
    return new Difference(
        required(entry, "id"),
        Difference.Kind.valueOf(required(entry, "kind").toUpperCase(Locale.ROOT)),
        list(entry.path("calls"), JsonNode::textValue),
        list(entry.path("at"), JsonNode::textValue),
        entry.path("from").asInt(),
        list(entry.path("to"), JsonNode::intValue),
        entry.get("expect"),
        pattern == null ? null : Pattern.compile(pattern),
        text(entry, "conditional"),
        since == null ? null : new FlinkVersion(since),
        required(entry, "where"),
        required(entry, "flink"),
        required(entry, "weir"),
        required(entry, "reason"));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> elements = new ArrayList<>();
    array.forEach(node -> elements.add(element.apply(node)));
    return elements;
  }

  private static String required(JsonNode entry, String member) {
    String value = text(entry, member);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("A difference lacks '" + member + "': " + entry);
    }
    return value;
  }

  private static @Nullable String text(JsonNode entry, String member) {
    return entry.path(member).textValue();
  }
}
