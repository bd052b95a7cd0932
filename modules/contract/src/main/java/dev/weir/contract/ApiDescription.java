// SPDX-License-Identifier: Apache-2.0
package dev.weir.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI description of an API, adapted to the address of the server. */
public final class ApiDescription {
  /** The server address in the checked-in description, with its opening quote. */
  private static final String WRITTEN = "\"http://localhost:8081";

  /** The server address below {@code /clusters} in the checked-in description, up to its path. */
  private static final String OF_A_CLUSTER = WRITTEN + "/clusters/{cluster}";

  private final Text yaml;
  private @Nullable Text json;

  /** Creates the checked-in description without fragments. */
  public ApiDescription() {
    this(List.of());
  }

  /**
   * Creates the checked-in description with additional paths.
   *
   * @param fragments OpenAPI documents in YAML; their paths and components are added
   * @throws IllegalArgumentException if a fragment has no paths, or a kind of component that the
   *     description lacks
   */
  public ApiDescription(List<String> fragments) {
    this("weir.yaml", fragments);
  }

  private ApiDescription(String file, List<String> fragments) {
    try (InputStream in = requireNonNull(ApiDescription.class.getResourceAsStream(file), file)) {
      String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String fragment : fragments) {
        whole = Fragment.added(whole, fragment);
      }
      yaml =
          Text.of(
              whole,
              "  - url: ",
              "security:\n",
              "default: default\n",
              "default: %s\n        enum: %s\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates the checked-in description of Flink's own API, below {@code /v1} of a cluster. */
  public static ApiDescription ofFlinkApi() {
    return new ApiDescription("weir-v1.yaml", List.of());
  }

  /** The description in YAML, with the checked-in server addresses. */
  public String checkedIn() {
    return yaml.before() + yaml.ofClusters() + yaml.after();
  }

  /**
   * The description in YAML with comments, for the given server address.
   *
   * @param server base address of the server as the client reached it
   * @param clusters names of clusters that the client may see, the default first. If empty, the
   *     description omits addresses below {@code /clusters}
   */
  public String yaml(URI server, List<String> clusters) {
    return yaml.at(server, clusters);
  }

  /**
   * The description in JSON, for the given server address.
   *
   * @param server base address of the server as the client reached it
   * @param clusters as for {@link #yaml}
   */
  public String json(URI server, List<String> clusters) {
    return json().at(server, clusters);
  }

  private synchronized Text json() {
    if (json == null) {
      json =
          Text.of(
              converted(),
              ",{\"url\":",
              "],\"security\"",
              "\"default\":\"default\"",
              "\"default\":%s,\"enum\":%s");
    }
    return json;
  }

  private String converted() {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(checkedIn());
    try {
      return new JsonMapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A description in three parts: before, within and after the server entry of clusters.
   *
   * @param ofClusters the server entry below {@code /clusters}
   * @param names the text with cluster names in that entry
   * @param form format of the text that replaces it: the default name, then all names
   */
  private record Text(String before, String ofClusters, String after, String names, String form) {
    static Text of(String whole, String start, String next, String names, String form) {
      int from = whole.indexOf(start + OF_A_CLUSTER);
      int to = whole.indexOf(next, from);
      String ofClusters = whole.substring(from, to);
      if (!ofClusters.contains(names)) {
        throw new IllegalStateException("The description names no cluster.");
      }
      return new Text(whole.substring(0, from), ofClusters, whole.substring(to), names, form);
    }

    /** Escapes nothing: URIs and names of clusters contain no quotes or backslashes. */
    String at(URI server, List<String> clusters) {
      String others = "";
      if (!clusters.isEmpty()) {
        List<String> quoted = clusters.stream().map(name -> "\"" + name + "\"").toList();
        String all = quoted.stream().collect(Collectors.joining(", ", "[", "]"));
        others = ofClusters.replace(names, form.formatted(quoted.get(0), all));
      }
      return (before + others + after)
          .replace(WRITTEN, "\"" + server.toString().replaceFirst("/$", ""));
    }
  }
}
