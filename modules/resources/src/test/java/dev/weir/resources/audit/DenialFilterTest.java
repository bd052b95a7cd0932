// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.resources.ClassicApi;
import dev.weir.resources.audit.DenialBudget.Unwritten;
import dev.weir.resources.change.Changes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DenialFilterTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private static Stream<Method> methods() {
    return new ClassicApi().classes().stream().flatMap(type -> Arrays.stream(type.getMethods()));
  }

  private static String httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .flatMap(one -> Stream.ofNullable(one.annotationType().getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst()
        .orElse("");
  }

  private static String path(Method method) {
    Path of = method.getAnnotation(Path.class);
    Path around = method.getDeclaringClass().getAnnotation(Path.class);
    return ((around == null ? "" : around.value()) + (of == null ? "" : "/" + of.value()))
        .replaceAll("\\{way:([^|}]+)[^}]*}", "$1")
        .replaceAll("\\{[^}]*}", "x");
  }

  private static boolean changes(Method method) {
    return method.isAnnotationPresent(Changes.class)
        || method.getDeclaringClass().isAnnotationPresent(Changes.class);
  }

  @Test
  void everyChangeIsKnownByItsAddressBeforeItsResourceIsFound() {
    assertThat(methods().filter(one -> !httpMethod(one).isEmpty()))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            one -> {
              assertThat(DenialFilter.isChange(httpMethod(one), path(one)))
                  .as("%s %s", httpMethod(one), path(one))
                  .isEqualTo(changes(one));
              assertThat(DenialFilter.isChange(httpMethod(one), "/clusters/c/" + path(one)))
                  .isEqualTo(changes(one));
            });
  }

  @Test
  void beyondTheBudgetDenialsAreCountedAndToldOnce() {
    DenialBudget budget = new DenialBudget(8);
    for (int i = 0; i < 5; i++) {
      assertThat(budget.allows("a", START)).isEqualTo(i < 2);
    }
    for (int i = 0; i < 9; i++) {
      assertThat(budget.allows("c" + i, START.plusSeconds(59))).isEqualTo(i < 6);
    }

    assertThat(budget.due(START.plusSeconds(59))).isEmpty();
    assertThat(budget.due(START.plusSeconds(60))).contains(new Unwritten(START, 6));
    assertThat(budget.due(START.plusSeconds(60))).isEmpty();
    assertThat(budget.allows("a", START.plusSeconds(60))).isTrue();
  }
}
