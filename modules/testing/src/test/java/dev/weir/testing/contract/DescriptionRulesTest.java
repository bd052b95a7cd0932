// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The description is complete: what is shown is an answer, what is named is explained. */
class DescriptionRulesTest {
  private static List<String> broken(ChangedContract changed) {
    return DescriptionRules.ofClassicApi(changed.contract()).violations();
  }

  @Test
  void theDescriptionKeepsItsRules() {
    assertThat(DescriptionRules.ofClassicApi(Contract.checkedIn()).violations()).isEmpty();
  }

  @Test
  void theDescriptionOfFlinksApiKeepsItsRules() {
    assertThat(DescriptionRules.ofFlinkApi(Contract.ofFlinkApi()).violations()).isEmpty();
  }

  @Test
  void anErrorThatFlinksClientsDoNotKnowIsNoticed() {
    Contract changed =
        ChangedContract.copyOf(Contract.ofFlinkApi())
            .at(
                "/components/responses/NotFound/content/application~1json/schema",
                schema -> schema.put("$ref", "#/components/schemas/Metric"))
            .contract();

    assertThat(DescriptionRules.ofFlinkApi(changed).violations())
        .contains("getJobDetails answers 404 without an error");
  }

  @Test
  void anExampleThatIsNoAnswerIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at(
                        "/components/examples/getOverview/value",
                        value -> value.put("slots-lost", 1))))
        .singleElement()
        .asString()
        .startsWith("getOverview")
        .contains("slots-lost");
  }

  @Test
  void anOperationWithoutAnExampleIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at(
                        "/paths/~1overview/get/responses/200/content/application~1json",
                        media -> media.remove("examples"))))
        .containsExactly("getOverview shows no example of 200");
  }

  @Test
  void aPropertyWithoutAWordIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at(
                        "/components/schemas/ClusterOverview/properties/slots-total",
                        property -> property.remove("description"))))
        .containsExactly("ClusterOverview/slots-total is not explained");
  }

  @Test
  void anObjectWithoutAShapeIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at("/components/schemas/JobPlan", DescriptionRulesTest::shapeless)))
        .anyMatch(text -> text.equals("JobPlan is an object of no shape"));
  }

  @Test
  void anErrorThatIsNoProblemIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at(
                        "/components/responses/NotFound/content",
                        content ->
                            content.set("text/plain", content.remove("application/problem+json")))))
        .anyMatch(text -> text.equals("getJob answers 404 without an error"));
  }

  @Test
  void aParameterWithoutAWordIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at("/components/parameters/jobId", one -> one.remove("description"))))
        .containsExactly("jobId is not explained");
  }

  @Test
  void anOperationThatNobodyIsRefusedIsNoticed() {
    assertThat(
            broken(
                ChangedContract.copy()
                    .at("/paths/~1overview/get/responses", responses -> responses.remove("403"))))
        .containsExactly("getOverview has no status 403");
  }

  private static void shapeless(JsonNode schema) {
    ((ObjectNode) schema).remove(List.of("properties", "required"));
  }
}
