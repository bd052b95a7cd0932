// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.resources.ApiSpec;
import dev.weir.resources.wire.ProblemException;
import dev.weir.security.AccessLevel;
import dev.weir.testing.flink.FlinkRoute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  /** {@code GET /jobs/:}: the names of variables have changed in Flink's lifetime. */
  private static String unnamed(String method, String template) {
    return method + " " + template.replaceAll(":\\w+", ":");
  }

  private static Set<String> ofFlink(String line) {
    return FlinkRoute.of(line).stream()
        .map(route -> unnamed(route.method(), route.template()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ours() {
    return Routes.ALL.stream()
        .map(route -> unnamed(route.method(), route.template()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTableHasTheRoutesOfFlink23AndNoOthers() {
    assertThat(ours()).isEqualTo(ofFlink("2.3"));
    assertThat(Routes.ALL).hasSize(97).doesNotHaveDuplicates();
  }

  @Test
  void theTableHasEveryRouteOfFlink120() {
    assertThat(ours()).containsAll(ofFlink("1.20"));
  }

  @Test
  void theDescriptionHasTheRoutesOfTheTableWithTheirLevelsAndNoOthers() {
    Map<String, String> described = new TreeMap<>(ApiSpec.ofFlinkApi().accessLevels());
    Map<String, String> served = new TreeMap<>();
    Routes.ALL.forEach(
        route ->
            served.put(
                route.method() + " " + route.template().replaceAll(":(\\w+)", "{$1}"),
                route.level().label()));

    assertThat(described).isEqualTo(served);
  }

  private static Route found(String method, String path) {
    return Routes.find(method, List.of(path.substring(1).split("/"))).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "/jobs/overview,/jobs/overview",
    "/jobs/0123,/jobs/:jobid",
    "/jobs/0123/checkpoints/config,/jobs/:jobid/checkpoints/config",
    "/jobs/0123/checkpoints/4567,/jobs/:jobid/checkpoints/:triggerid",
    "/jobs/01/vertices/23/subtasks/metrics,/jobs/:jobid/vertices/:vertexid/subtasks/metrics",
    "/taskmanagers/metrics,/taskmanagers/metrics",
    "/taskmanagers/localhost:1-2,/taskmanagers/:taskmanagerid",
  })
  void ofTwoRoutesForAPathTheOneWithoutVariablesIsMeant(String path, String template) {
    assertThat(found("GET", path).template()).isEqualTo(template);
  }

  @Test
  void whoOnlyViewsChangesNothing() {
    assertThat(Routes.ALL)
        .filteredOn(route -> route.level() == AccessLevel.VIEW)
        .allSatisfy(
            route -> {
              assertThat(route.method()).isEqualTo("GET");
              assertThat(route.kind()).isIn(Route.Kind.SNAPSHOT, Route.Kind.LIVE);
            });
  }

  @Test
  void everythingAboutJarsNeedsTheHighestLevel() {
    assertThat(Routes.ALL)
        .filteredOn(route -> route.template().startsWith("/jars") || route.runsPrograms())
        .isNotEmpty()
        .allSatisfy(route -> assertThat(route.level()).isEqualTo(AccessLevel.SUBMIT));
  }

  private static String checked(String template, String... values) {
    List<String> names =
        Arrays.stream(template.substring(1).split("/"))
            .filter(segment -> segment.startsWith(":"))
            .map(segment -> segment.substring(1))
            .toList();
    return found("GET", template).path(new PathVariables(names, List.of(values)).checked());
  }

  @Test
  void anIdIsSentInLowerCase() {
    assertThat(checked("/jobs/:jobid", "ABCDEF".repeat(5) + "01"))
        .isEqualTo("/jobs/" + "abcdef".repeat(5) + "01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0123", "zz", "..", "%2e%2e"})
  void whatIsNoIdIsRefused(String id) {
    assertThatThrownBy(() -> checked("/jobs/:jobid", id))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("it must be 32 hexadecimal digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "%2E%2E", "%252e%252e", "..%2f..", "a%5Cb", "a%252Fb", "%00", "."})
  void noNameLeadsOutOfItsDirectory(String name) {
    assertThatThrownBy(() -> checked("/jobmanager/logs/:filename", name))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("it must be one segment of a path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flink.log", "flink.log.1", "a%20b+c.txt", "localhost:1-2", "100%"})
  void aNameIsSentAsItCame(String name) {
    assertThat(checked("/jobmanager/logs/:filename", name)).isEqualTo("/jobmanager/logs/" + name);
  }

  @Test
  void aPathThatIsNoneIsNotFound() {
    assertThat(Stream.of("/x", "/jobs/1/2", "/jobs/1/vertices", "/v1"))
        .allSatisfy(
            path -> assertThat(Routes.methods(List.of(path.substring(1).split("/")))).isEmpty());
  }
}
