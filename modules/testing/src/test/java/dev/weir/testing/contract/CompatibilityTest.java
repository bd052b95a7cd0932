// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Clients go on working: what is recorded in {@code api-spec/compatibility} still holds, and what
 * is new is recorded.
 */
class CompatibilityTest {
  private static final CompatibilityFiles FILES =
      new CompatibilityFiles(Path.of("..", "..", "api-spec", "compatibility"));
  private static final String PROBLEM = "Problem";
  private static final String RECORD =
      "%s is not recorded yet; this does:%n"
          + "mvn test -pl modules/testing -am -Dtest=CompatibilityTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate-compatibility=true";
  private static final String BROKEN =
      "clients of %s rely on what has changed; if that is meant, edit or remove"
          + " api-spec/compatibility/%s.yaml";

  @TestFactory
  Stream<DynamicTest> everyOperationIsAsItIsRecorded() {
    Contract contract = Contract.checkedIn();
    return Stream.concat(
        Stream.of(
            DynamicTest.dynamicTest(PROBLEM, () -> compare(PROBLEM, Facts.ofProblem(contract)))),
        contract.operations().stream()
            .map(
                operation ->
                    DynamicTest.dynamicTest(
                        operation.id(),
                        () -> compare(operation.id(), Facts.of(contract, operation)))));
  }

  private static void compare(String name, Map<String, String> facts) {
    Compatibility compatibility = Compatibility.between(FILES.read(name), facts);
    assertThat(compatibility.broken()).as(BROKEN, name, name).isEmpty();
    if (Boolean.getBoolean("regenerate-compatibility")) {
      FILES.write(name, facts);
      return;
    }
    assertThat(compatibility.added()).as(RECORD, name).isEmpty();
  }

  @Test
  void everyOperationThatIsRecordedIsStillThere() {
    Set<String> recorded = FILES.names();
    recorded.remove(PROBLEM);

    assertThat(Contract.checkedIn().operations()).extracting(Operation::id).containsAll(recorded);
  }

  private static Compatibility after(String operation, ChangedContract changed) {
    Contract contract = changed.contract();
    Operation now =
        contract.operations().stream()
            .filter(each -> each.id().equals(operation))
            .findFirst()
            .orElseThrow();
    return Compatibility.between(FILES.read(operation), Facts.of(contract, now));
  }

  @Test
  void aPropertyThatIsRemovedBreaksClients() {
    Compatibility compatibility =
        after(
            "getOverview",
            ChangedContract.copy()
                .at(
                    "/components/schemas/ClusterOverview/properties",
                    properties -> properties.remove("slots-total")));

    assertThat(compatibility.broken())
        .containsExactly("answer 200 application/json slots-total (int32) is gone");
  }

  @Test
  void aPropertyThatIsRenamedBreaksClientsAndIsNew() {
    Compatibility compatibility =
        after(
            "getOverview",
            ChangedContract.copy()
                .at(
                    "/components/schemas/ClusterOverview/properties",
                    properties -> properties.set("slots", properties.remove("slots-total"))));

    assertThat(compatibility.broken()).hasSize(1);
    assertThat(compatibility.added()).singleElement().asString().contains("slots");
  }

  @Test
  void anEnumerationThatIsNarrowedBreaksClients() {
    Compatibility compatibility =
        after(
            "getJob",
            ChangedContract.copy()
                .at(
                    "/components/schemas/JobState",
                    state -> ChangedContract.remove((ArrayNode) state.get("enum"), "SUSPENDED")));

    assertThat(compatibility.broken())
        .containsExactly("answer 200 application/json state = SUSPENDED (possible) is gone");
  }

  @Test
  void aPropertyThatMayNowBeAbsentBreaksClients() {
    Compatibility compatibility =
        after(
            "listJobIds",
            ChangedContract.copy()
                .at("/components/schemas/JobIds", schema -> schema.remove("required")));

    assertThat(compatibility.broken()).hasSize(4).allMatch(text -> text.contains("optional"));
  }

  @Test
  void aStatusThatIsRemovedBreaksClients() {
    Compatibility compatibility =
        after(
            "listJobIds",
            ChangedContract.copy().at("/paths/~1jobs/get/responses", all -> all.remove("503")));

    assertThat(compatibility.broken()).anyMatch(text -> text.startsWith("answer 503"));
  }

  @Test
  void aLimitThatIsNarrowedBreaksClients() {
    Compatibility compatibility =
        after(
            "runJar",
            ChangedContract.copy()
                .at(
                    "/components/parameters/parallelism/schema",
                    schema -> schema.put("maximum", 128)));

    assertThat(compatibility.broken()).singleElement().asString().contains("to 128");
  }

  @Test
  void aParameterThatIsDemandedFromNowOnBreaksClients() {
    Compatibility demanded =
        after(
            "listJobIds",
            ChangedContract.copy().at("/paths/~1jobs/get", CompatibilityTest::demandRequestId));

    assertThat(demanded.broken()).singleElement().asString().contains("requestid");
  }

  @Test
  void anotherAccessLevelBreaksClients() {
    Compatibility compatibility =
        after(
            "listJobIds",
            ChangedContract.copy()
                .at("/paths/~1jobs/get", jobs -> jobs.put("x-weir-access-level", "operate")));

    assertThat(compatibility.broken()).singleElement().asString().contains("operate");
  }

  @Test
  void aPropertyThatIsNewIsToBeRecordedAndBreaksNobody() {
    Compatibility compatibility =
        after(
            "getOverview",
            ChangedContract.copy()
                .at(
                    "/components/schemas/ClusterOverview/properties",
                    properties -> properties.putObject("slots-lost").put("type", "integer")));

    assertThat(compatibility.broken()).isEmpty();
    assertThat(compatibility.added())
        .containsExactly("answer 200 application/json slots-lost (integer, optional) is new");
  }

  @Test
  void anOperationThatIsNewIsToBeRecorded() {
    Compatibility compatibility =
        Compatibility.between(
            Map.of(), Map.of("address", "GET /new", "parameter path id", "string"));

    assertThat(compatibility.broken()).isEmpty();
    assertThat(compatibility.added()).hasSize(2);
  }

  @Test
  void aMemberOfProblemsThatIsRemovedBreaksClients() {
    Contract changed =
        ChangedContract.copy()
            .at("/components/schemas/Problem/properties", members -> members.remove("error"))
            .contract();

    assertThat(Compatibility.between(FILES.read(PROBLEM), Facts.ofProblem(changed)).broken())
        .containsExactly("problem error (string) is gone");
  }

  private static void demandRequestId(ObjectNode operation) {
    operation.putArray("parameters").addObject().put("$ref", "#/components/parameters/requestId");
  }
}
