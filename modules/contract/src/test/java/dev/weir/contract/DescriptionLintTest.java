// SPDX-License-Identifier: Apache-2.0
package dev.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionLintTest {
  private final String yaml = new ApiDescription().checkedIn();

  private List<String> broken(String there, String instead) {
    assertThat(yaml).contains(there);
    return DescriptionLint.of(yaml.replace(there, instead));
  }

  @Test
  void thereIsNothingAgainstTheDescription() {
    assertThat(DescriptionLint.of(yaml)).isEmpty();
  }

  @Test
  void thereIsNothingAgainstTheDescriptionOfFlinksApi() {
    assertThat(DescriptionLint.of(ApiDescription.ofFlinkApi().checkedIn())).isEmpty();
  }

  @Test
  void anOperationWithoutAWordIsNoticed() {
    assertThat(broken("      summary: How the cluster is set up.\n", "")).isNotEmpty();
    assertThat(broken("      description: 'Source: Flink''s `GET /config`.'\n", "")).isNotEmpty();
  }

  @Test
  void anOperationOfNoFamilyIsNoticed() {
    assertThat(broken("      tags: [cluster]\n", "")).isNotEmpty();
  }

  @Test
  void aPropertyThatIsRequiredAndNotThereIsNoticed() {
    assertThat(broken("required: [name, type, value]", "required: [name, type, worth]"))
        .isNotEmpty();
  }

  @Test
  void aReferenceToNothingIsNoticed() {
    assertThat(broken("'#/components/schemas/JobOverview'", "'#/components/schemas/Nothing'"))
        .isNotEmpty();
  }

  @Test
  void aWordThatOpenApiDoesNotHaveIsNoticed() {
    assertThat(broken("      operationId: getConfig\n", "      operationName: getConfig\n"))
        .isNotEmpty();
  }

  @Test
  void twoOperationsOfOneNameAreNoticed() {
    assertThat(broken("operationId: getOverview\n", "operationId: getConfig\n")).isNotEmpty();
  }
}
