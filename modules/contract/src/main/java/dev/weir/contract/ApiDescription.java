package dev.weir.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API in OpenAPI, for a server at some address. */
public final class ApiDescription {
  /** The address in the checked-in description, as the start of a quoted text. */
  private static final String WRITTEN = "\"http://localhost:8081";

  private final String yaml;
  private @Nullable String json;

  /** The one that is checked in. */
  public ApiDescription() {
    try (InputStream in =
        requireNonNull(ApiDescription.class.getResourceAsStream("weir.yaml"), "weir.yaml")) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The description as it is checked in, comments and all.
   *
   * @param server base address of the server as the client reached it
   */
  public String yaml(URI server) {
    return at(server, yaml);
  }

  /**
   * The same as JSON.
   *
   * @param server base address of the server as the client reached it
   */
  public String json(URI server) {
    return at(server, json());
  }

  /** No URI has a quote or a backslash in it, so that it stays within its quotes. */
  private static String at(URI server, String text) {
    return text.replace(WRITTEN, "\"" + server.toString().replaceFirst("/$", ""));
  }

  private synchronized String json() {
    if (json == null) {
      json = converted();
    }
    return json;
  }

  private String converted() {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    try {
      return new JsonMapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
