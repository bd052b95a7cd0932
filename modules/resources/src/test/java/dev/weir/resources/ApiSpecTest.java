package dev.weir.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.JobState;
import dev.weir.model.TaskState;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The description of the API says what the code does, and the code does what it says. */
class ApiSpecTest {
  /** The page for people who open the server in a browser. */
  private static final String PAGE = "GET /";

  private final ApiSpec spec = ApiSpec.checkedIn();

  @Test
  void everyRouteOfTheCodeIsDescribedAndEveryOneDescribedIsServed() {
    Map<String, Set<String>> served = ApiCode.operations();
    served.remove(PAGE);

    assertThat(served.keySet()).isEqualTo(spec.operations().keySet());
  }

  @Test
  void everyRouteTakesTheParametersThatAreDescribed() {
    Map<String, Set<String>> served = ApiCode.operations();
    served.remove(PAGE);

    assertThat(served).isEqualTo(spec.operations());
  }

  @Test
  void everyObjectOfTheModelHasThePropertiesThatAreDescribed() {
    assertThat(ApiCode.objects()).isEqualTo(spec.objects());
  }

  @Test
  void everyStateIsDescribed() {
    assertThat(spec.values("JobState"))
        .isEqualTo(Arrays.stream(JobState.values()).map(Enum::name).toList());
    assertThat(spec.values("TaskState"))
        .isEqualTo(Arrays.stream(TaskState.values()).map(Enum::name).toList());
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    assertThat(spec.operationIds())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
  }
}
