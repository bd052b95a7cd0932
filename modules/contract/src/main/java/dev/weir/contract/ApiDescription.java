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

/** The description of the API in OpenAPI, for a server at some address. */
public final class ApiDescription {
  /** The address in the checked-in description, as the start of a quoted text. */
  private static final String WRITTEN = "\"http://localhost:8081";

  /** That of the server below {@code /clusters}. */
  private static final String OF_A_CLUSTER = WRITTEN + "/clusters/{cluster}\"";

  private final Text yaml;
  private @Nullable Text json;

  /** The one that is checked in. */
  public ApiDescription() {
    this(List.of());
  }

  /**
   * The one that is checked in, with more paths.
   *
   * @param fragments documents of OpenAPI in YAML; their paths and components are added
   * @throws IllegalArgumentException if one of them has no paths
   */
  public ApiDescription(List<String> fragments) {
    try (InputStream in =
        requireNonNull(ApiDescription.class.getResourceAsStream("weir.yaml"), "weir.yaml")) {
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

  /** The description as it is checked in. */
  public String checkedIn() {
    return yaml.before() + yaml.ofClusters() + yaml.after();
  }

  /**
   * The description as it is checked in, comments and all, but for its servers.
   *
   * @param server base address of the server as the client reached it
   * @param clusters the clusters that the client may know of, the likeliest first; without any the
   *     description says nothing of addresses below {@code /clusters}
   */
  public String yaml(URI server, List<String> clusters) {
    return yaml.at(server, clusters);
  }

  /**
   * The same as JSON.
   *
   * @param server base address of the server as the client reached it
   * @param clusters the clusters that the client may know of, the likeliest first
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
   * A description in three parts.
   *
   * @param ofClusters the server below {@code /clusters}
   * @param names the names of clusters in that
   * @param form of what takes their place: the default name, then all
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

    /** No URI and no name has a quote or a backslash in it: each stays within its quotes. */
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
