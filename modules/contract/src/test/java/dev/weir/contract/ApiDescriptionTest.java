// SPDX-License-Identifier: Apache-2.0
package dev.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ApiDescriptionTest {
  private static final URI PROXY = URI.create("https://flink.example.org:8443/");
  private static final Path CHECKED_IN = Path.of("..", "..", "api-spec");

  private final ApiDescription description = new ApiDescription();
  private final JsonMapper mapper = new JsonMapper();

  private static Iterable<String> servers(JsonNode document) {
    return () ->
        StreamSupport.stream(document.path("servers").spliterator(), false)
            .map(server -> server.path("url").asText())
            .iterator();
  }

  @Test
  void theCheckedInIsThatOfTheFile() throws IOException {
    assertThat(description.checkedIn())
        .isEqualTo(Files.readString(CHECKED_IN.resolve("weir.yaml")));
    assertThat(ApiDescription.ofFlinkApi().checkedIn())
        .isEqualTo(Files.readString(CHECKED_IN.resolve("weir-v1.yaml")));
  }

  @Test
  void theServerOfFlinksApiIsTheOneThatTheClientReached() throws IOException {
    JsonNode document =
        mapper.readTree(ApiDescription.ofFlinkApi().json(PROXY, List.of("prod", "test")));

    assertThat(servers(document))
        .containsExactly(
            "https://flink.example.org:8443/v1",
            "https://flink.example.org:8443/clusters/{cluster}/v1");
    assertThat(document.at("/servers/1/variables/cluster/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("prod", "test");
  }

  @Test
  void theServerIsTheOneThatTheClientReached() throws IOException {
    assertThat(servers(mapper.readTree(description.json(PROXY, List.of("prod")))))
        .containsExactly(
            "https://flink.example.org:8443", "https://flink.example.org:8443/clusters/{cluster}");
  }

  @Test
  void theClustersAreThoseThatTheClientMayKnowOf() throws IOException {
    JsonNode servers =
        mapper.readTree(description.json(PROXY, List.of("prod", "true"))).path("servers");

    assertThat(servers.at("/1/variables/cluster/default").asText()).isEqualTo("prod");
    assertThat(servers.at("/1/variables/cluster/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("prod", "true");
  }

  @Test
  void withoutAClusterThereIsOneServer() throws IOException {
    assertThat(servers(mapper.readTree(description.json(PROXY, List.of()))))
        .containsExactly("https://flink.example.org:8443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prod", "true,on-call,null"})
  void theYamlAndTheJsonAreOneDocument(String names) throws IOException {
    List<String> clusters = names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    Object yaml =
        new Load(LoadSettings.builder().build()).loadFromString(description.yaml(PROXY, clusters));

    JsonNode ofYaml = mapper.readTree(mapper.writeValueAsString(yaml));
    JsonNode json = mapper.readTree(description.json(PROXY, clusters));

    assertThat(json.path("servers")).isEqualTo(ofYaml.path("servers"));
    assertThat(json.path("paths")).isEqualTo(ofYaml.path("paths")).isNotEmpty();
  }
}
