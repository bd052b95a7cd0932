// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.Answer;
import dev.weir.testing.Directories;
import dev.weir.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program that reads requests and writes answers, as JSON, and sends them with its own client.
 */
final class ClientProgram implements Way {
  private static final int DEADLINE_SECONDS = 60;

  private final String interpreter;
  private final String script;
  private final List<String> arguments;

  /**
   * A program beside this class.
   *
   * @param interpreter a command
   * @param arguments those after the base address
   */
  ClientProgram(String interpreter, String script, String... arguments) {
    this.interpreter = requireNonNull(interpreter);
    this.script = requireNonNull(script);
    this.arguments = List.of(arguments);
  }

  @Override
  public Optional<String> missing() {
    return isInstalled(interpreter) ? Optional.empty() : Optional.of(interpreter);
  }

  static boolean isInstalled(String command) {
    try {
      return new ProcessBuilder(command, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean takes(WayRequest request) {
    // What is not ASCII is refused by their clients, and Node makes methods upper case.
    return request.target().chars().allMatch(c -> c < 0x7F)
        && request.method().equals(request.method().toUpperCase(Locale.ROOT));
  }

  @Override
  public List<Answer> send(URI server, List<WayRequest> requests) throws IOException {
    Path directory = Files.createTempDirectory("weir-client");
    try (InputStream program = requireNonNull(ClientProgram.class.getResourceAsStream(script))) {
      Path file = directory.resolve(script);
      Files.copy(program, file);
      Path in = Files.writeString(directory.resolve("requests.json"), json(requests).toString());
      Path out = directory.resolve("answers.json");
      List<String> command =
          new ArrayList<>(List.of(interpreter, file.toString(), server.toString()));
      command.addAll(arguments);
      Path errors = directory.resolve("errors");
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + " failed: " + Files.readString(errors));
      }
      return answers(requests, Json.parse(Files.readString(out)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } finally {
      Directories.delete(directory);
    }
  }

  private static ArrayNode json(List<WayRequest> requests) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (WayRequest request : requests) {
      ObjectNode node = array.addObject();
      node.put("method", request.method()).put("target", request.target());
      ArrayNode fields = node.putArray("fields");
      request.fields().forEach(field -> fields.addArray().add(field.name()).add(field.value()));
      node.put("body", request.body());
    }
    return array;
  }

  private static List<Answer> answers(List<WayRequest> requests, JsonNode given) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      JsonNode node = given.path(i);
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (JsonNode field : node.path("fields")) {
        headers
            .computeIfAbsent(
                field.path(0).asText().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(field.path(1).asText());
      }
      answers.add(
          new Answer(
              requests.get(i).method() + " " + requests.get(i).target(),
              node.path("status").asInt(),
              headers,
              Base64.getDecoder().decode(node.path("body").asText())));
    }
    return answers;
  }
}
