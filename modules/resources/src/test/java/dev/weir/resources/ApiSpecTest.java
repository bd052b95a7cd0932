// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.clusters.ClusterState;
import dev.weir.model.job.JobState;
import dev.weir.model.vertex.TaskState;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The description of the API says what the code does, and the code does what it says. */
class ApiSpecTest {
  /** Pages for people who open the server in a browser. */
  private static final Set<String> PAGES =
      Set.of("GET /", "GET /openapi", "GET /openapi/{file}", "GET /problems/{kind}");

  /**
   * Described, but not objects of the model: an object with each state, OpenAPI's own, and what
   * callers send.
   */
  private static final Set<String> NOT_RECORDS =
      Set.of(
          "TaskStateCounts",
          "TaskStateTimes",
          "JobStateTimes",
          "OpenApiDocument",
          "RunRequest",
          "StopRequest",
          "CancelWithSavepointRequest");

  private final ApiSpec spec = ApiSpec.checkedIn();

  private static <T> Map<String, T> withoutPages(Map<String, T> served) {
    served.keySet().removeAll(PAGES);
    return served;
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }

  @Test
  void everyRouteOfTheCodeIsDescribedAndEveryOneDescribedIsServed() {
    assertThat(withoutPages(ApiCode.operations()).keySet()).isEqualTo(spec.operations().keySet());
  }

  @Test
  void everyRouteTakesTheParametersThatAreDescribed() {
    assertThat(withoutPages(ApiCode.operations())).isEqualTo(spec.operations());
  }

  @Test
  void everyRouteDeclaresAnAccessLevel() {
    assertThat(ApiCode.accessLevels()).doesNotContainValue("none");
  }

  /** A resource with a method that has forgotten its level. */
  @Path("forgetful")
  static final class Forgetful {
    @GET
    public String read() {
      return "";
    }

    @DELETE
    @Requires(AccessLevel.OPERATE)
    public void delete() {}

    @GET
    @PermitAll
    @Path("ping")
    public void ping() {}
  }

  @Test
  void aRouteThatDeclaresNoAccessLevelIsNoticed() {
    assertThat(ApiCode.accessLevels(Set.of(Forgetful.class)))
        .containsEntry("GET /forgetful", "none")
        .containsEntry("DELETE /forgetful", "operate")
        .containsEntry("GET /forgetful/ping", "public");
  }

  @Test
  void everyRouteNeedsTheAccessLevelThatIsDescribed() {
    assertThat(withoutPages(ApiCode.accessLevels())).isEqualTo(spec.accessLevels());
  }

  @Test
  void everyObjectOfTheModelHasThePropertiesThatAreDescribed() {
    Map<String, Map<String, String>> described = spec.objects();
    described.keySet().removeAll(NOT_RECORDS);

    assertThat(ApiCode.objects()).isEqualTo(described);
  }

  @Test
  void everyStateIsDescribed() {
    assertThat(spec.values("ClusterState"))
        .isEqualTo(Arrays.stream(ClusterState.values()).map(ClusterState::label).toList());
    assertThat(spec.values("JobState")).hasToString(Arrays.toString(names(JobState.values())));
    assertThat(spec.values("TaskState")).hasToString(Arrays.toString(names(TaskState.values())));
  }

  @Test
  void anObjectWithAllStatesHasEachOfThem() {
    assertThat(spec.objects().get("JobStateTimes")).containsOnlyKeys(names(JobState.values()));
    assertThat(spec.objects().get("TaskStateTimes")).containsOnlyKeys(names(TaskState.values()));
    assertThat(spec.objects().get("TaskStateCounts")).containsOnlyKeys(names(TaskState.values()));
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    assertThat((Collection<String>) spec.operationIds())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
  }

  @Test
  void aRouteThatIsNotDescribedIsNoticed() {
    ApiSpec broken = broken("\n  /jobs/{jobid}/plan:", "\n  /jobs/{jobid}/plans:");

    assertThat(withoutPages(ApiCode.operations()).keySet())
        .isNotEqualTo(broken.operations().keySet());
  }

  @Test
  void aParameterThatIsNotDescribedIsNoticed() {
    ApiSpec broken = broken("name: programArg\n", "name: programArgument\n");

    assertThat(withoutPages(ApiCode.operations())).isNotEqualTo(broken.operations());
  }

  @Test
  void anotherAccessLevelIsNoticed() {
    ApiSpec broken = broken("x-weir-access-level: submit", "x-weir-access-level: operate");

    assertThat(withoutPages(ApiCode.accessLevels())).isNotEqualTo(broken.accessLevels());
  }

  @Test
  void aPropertyOfAnotherNameIsNoticed() {
    assertNoticed(broken("        slots-total:\n", "        slotsTotal:\n"));
  }

  @Test
  void aPropertyOfAnotherTypeIsNoticed() {
    assertNoticed(
        broken(
            "          description: Bytes read.\n          type: integer\n          format: int64",
            "          description: Bytes read.\n          type: integer\n          format: int32"));
  }

  @Test
  void aPropertyThatIsNoLongerRequiredIsNoticed() {
    assertNoticed(broken("required: [name, type, value]", "required: [name, type]"));
  }

  private static void assertNoticed(ApiSpec broken) {
    Map<String, Map<String, String>> described = broken.objects();
    described.keySet().removeAll(NOT_RECORDS);

    assertThat(ApiCode.objects()).isNotEqualTo(described);
  }

  private static ApiSpec broken(String there, String instead) {
    assertThat(ApiSpec.text()).contains(there);
    return ApiSpec.of(ApiSpec.text().replace(there, instead));
  }
}
