package dev.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ApiDescriptionTest {
  private static final URI PROXY = URI.create("https://flink.example.org:8443/");
  private static final Path CHECKED_IN = Path.of("..", "..", "api-spec", "weir.yaml");

  private final ApiDescription description = new ApiDescription();
  private final JsonMapper mapper = new JsonMapper();

  private static Iterable<String> servers(JsonNode document) {
    return () ->
        StreamSupport.stream(document.path("servers").spliterator(), false)
            .map(server -> server.path("url").asText())
            .iterator();
  }

  @Test
  void atTheAddressThatItIsWrittenForItIsWhatIsCheckedIn() throws IOException {
    assertThat(description.yaml(URI.create("http://localhost:8081/")))
        .isEqualTo(Files.readString(CHECKED_IN));
  }

  @Test
  void theServerIsTheOneThatTheClientReached() throws IOException {
    assertThat(servers(mapper.readTree(description.json(PROXY))))
        .containsExactly(
            "https://flink.example.org:8443", "https://flink.example.org:8443/clusters/{cluster}");
  }

  @Test
  void theYamlAndTheJsonAreOneDocument() throws IOException {
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(description.yaml(URI.create("http://127.0.0.1:1")));
    JsonNode ofYaml = mapper.readTree(mapper.writeValueAsString(yaml));
    JsonNode json = mapper.readTree(description.json(URI.create("http://127.0.0.1:1")));

    assertThat(json.path("servers")).isEqualTo(ofYaml.path("servers"));
    assertThat(json.path("paths")).isEqualTo(ofYaml.path("paths")).isNotEmpty();
  }
}
