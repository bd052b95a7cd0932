// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A method that a path does not have is refused with those that it has. */
final class WrongMethods {
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "NOSUCH");

  private final ClassicClient client;
  private final RunningJob job;

  WrongMethods(ClassicClient client, RunningJob job) {
    this.client = requireNonNull(client);
    this.job = requireNonNull(job);
  }

  Stream<DynamicTest> tests() {
    String path = "/jobs/" + job.id();
    String vertex = path + "/vertices/" + job.vertex();
    Stream<String> readOnly =
        Stream.of(
            "/overview",
            "/config",
            "/jobs",
            "/joboverview",
            "/joboverview/running",
            "/taskmanagers",
            "/jobmanager/config",
            "/jobmanager/log",
            "/jars",
            "/jars/" + job.jar() + "/plan",
            path,
            path + "/plan",
            path + "/checkpoints/details/1",
            path + "/cancel-with-savepoint/in-progress/1",
            vertex,
            vertex + "/subtasks/0/attempts/0");
    return Stream.of(
            readOnly.flatMap(read -> at(read, Set.of("GET"))),
            // DELETE is for a jar of that name, which there cannot be.
            at("/jars/upload", Set.of("POST", "DELETE")),
            at("/jars/" + job.jar() + "/run", Set.of("POST")),
            at("/jars/" + job.jar(), Set.of("DELETE")))
        .flatMap(tests -> tests);
  }

  private Stream<DynamicTest> at(String path, Set<String> allowed) {
    return METHODS.stream()
        .filter(method -> !allowed.contains(method))
        .sorted()
        .map(method -> dynamicTest(method + " " + path, () -> refused(method, path, allowed)));
  }

  private void refused(String method, String path, Set<String> allowed) {
    Answer answer = client.raw(method, path, Map.of("Content-Length", "0"), new byte[0]);
    assertThat(answer.status()).as("%s", answer).isEqualTo(405);
    assertThat(Problems.in(answer)).as("%s", answer).isEmpty();
    assertThat(methods(answer)).doesNotContain(method).containsAnyElementsOf(allowed);
  }

  /** The methods in the {@code Allow} header of an answer. */
  static Set<String> methods(Answer answer) {
    String allow = answer.header("Allow").orElse("");
    return List.of(allow.split(",", -1)).stream()
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
