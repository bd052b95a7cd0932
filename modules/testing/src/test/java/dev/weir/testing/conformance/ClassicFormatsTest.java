// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import dev.weir.testing.JsonValues;
import dev.weir.testing.reference.RecordedCall;
import dev.weir.testing.reference.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of values hold for what 1.3 really answered, and each of them says something. */
class ClassicFormatsTest {
  static List<RecordedCall> calls() {
    return Stream.concat(Reference.reads().stream(), Reference.actions().stream())
        .filter(RecordedCall::isJson)
        .toList();
  }

  static List<ClassicFormats.Rule> rules() {
    return ClassicFormats.rules();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theCapturesHaveTheForms(RecordedCall call) {
    assertThat(ClassicFormats.check(call, call.json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleConcernsSomeRecordedValue(ClassicFormats.Rule rule) {
    assertThat(calls().stream().filter(rule::concerns))
        .anyMatch(
            call -> JsonValues.of(call.json()).keySet().stream().anyMatch(rule.at()::matches));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleRefusesAnotherForm(ClassicFormats.Rule rule) {
    JsonNode odd = Json.parse("\"\\u0000 ?\"");
    assertThat(rule.form().matcher(odd.asText()).matches()).isFalse();
  }
}
