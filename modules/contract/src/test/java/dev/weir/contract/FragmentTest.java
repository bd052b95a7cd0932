// SPDX-License-Identifier: Apache-2.0
package dev.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What an extension adds to the description of the API. */
class FragmentTest {
  private static final String FRAGMENT =
      """
      # Whether the server lives.
      paths:
        /alive:
          get:
            operationId: getAlive
            security: []

            responses:
              '200':
                description: It does.
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/Alive'
      components:
        schemas:
          Alive:
            type: object
            description: "components: and more"
      """;

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static Map<String, Object> described(List<String> fragments) {
    ApiDescription description = new ApiDescription(fragments);
    return map(new Load(LoadSettings.builder().build()).loadFromString(description.checkedIn()));
  }

  @Test
  void itsPathsAndComponentsStandBesideThoseOfTheClassicApi() {
    Map<String, Object> before = described(List.of());
    Map<String, Object> after = described(List.of(FRAGMENT));

    Map<String, Object> alive = map(map(map(after.get("paths")).remove("/alive")).get("get"));
    assertThat(alive).containsEntry("operationId", "getAlive").containsEntry("security", List.of());
    Object schema = map(map(after.get("components")).get("schemas")).remove("Alive");
    assertThat(map(schema)).containsEntry("description", "components: and more");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void theJsonHasItToo() {
    ApiDescription description = new ApiDescription(List.of(FRAGMENT));

    assertThat(description.json(URI.create("http://weir/"), List.of("one")))
        .contains("\"/alive\":{\"get\":{\"operationId\":\"getAlive\"");
  }

  @Test
  void oneWithoutPathsIsRefused() {
    assertThatThrownBy(() -> new ApiDescription(List.of("info: {}\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A fragment of the description has no paths.");
  }

  @Test
  void aKindOfComponentThatThereIsNotIsNamed() {
    assertThatThrownBy(
            () ->
                new ApiDescription(List.of("paths:\n  /a: {}\ncomponents:\n  links:\n    A: {}\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("links");
  }
}
