// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import dev.weir.testing.Answer;
import dev.weir.testing.Directories;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One run of curl for all requests. */
final class Curl implements Way {
  private static final int DEADLINE_SECONDS = 60;

  private final List<String> options;

  /**
   * Of some version of HTTP.
   *
   * @param options lines of a configuration for each request, such as {@code http1.0}
   */
  Curl(String... options) {
    this.options = List.of(options);
  }

  @Override
  public Optional<String> missing() {
    return ClientProgram.isInstalled("curl") ? Optional.empty() : Optional.of("curl");
  }

  @Override
  public boolean takes(WayRequest request) {
    // By HTTP/1.0 nobody tells it to go on, and it waits for that; in a path, it encodes by itself.
    boolean waits = options.contains("http1.0") && request.header("Expect").isPresent();
    return !waits && request.target().replaceFirst("\\?.*", "").chars().allMatch(c -> c < 0x7F);
  }

  @Override
  public List<Answer> send(URI server, List<WayRequest> requests) throws IOException {
    Path directory = Files.createTempDirectory("weir-curl");
    try {
      StringBuilder configuration = new StringBuilder();
      for (int i = 0; i < requests.size(); i++) {
        configuration.append(i == 0 ? "" : "next\n");
        lines(server, requests.get(i), directory, i)
            .forEach(line -> configuration.append(line).append('\n'));
      }
      Path file = directory.resolve("requests");
      Files.writeString(file, configuration, StandardCharsets.ISO_8859_1);
      Path errors = directory.resolve("errors");
      // Without the configuration of whoever runs the test.
      Process process =
          new ProcessBuilder("curl", "-q", "--silent", "--show-error", "-K", file.toString())
              .redirectErrorStream(true)
              .redirectOutput(errors.toFile())
              .start();
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("curl failed: " + Files.readString(errors));
      }
      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        answers.add(answer(requests.get(i), directory, i));
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } finally {
      Directories.delete(directory);
    }
  }

  private List<String> lines(URI server, WayRequest request, Path directory, int number)
      throws IOException {
    List<String> lines = new ArrayList<>(options);
    String base = server.getScheme() + "://" + server.getAuthority();
    lines.add("url = " + quoted(base + request.target()));
    lines.add("path-as-is");
    lines.add("globoff");
    lines.add("insecure");
    lines.add("dump-header = " + quoted(directory.resolve(number + ".head").toString()));
    lines.add("output = " + quoted(directory.resolve(number + ".body").toString()));
    lines.add(request.method().equals("HEAD") ? "head" : "request = " + request.method());
    for (Field field : request.fields()) {
      // With a semicolon in place of the colon, it sends a header without a value.
      String header =
          field.value().isEmpty() ? field.name() + ";" : field.name() + ": " + field.value();
      lines.add("header = " + quoted(header));
    }
    if (request.body() != null) {
      if (request.header("Content-Type").isEmpty()) {
        lines.add("header = \"Content-Type:\"");
      }
      Path body = Files.writeString(directory.resolve(number + ".sent"), request.body());
      lines.add("data-binary = " + quoted("@" + body));
    }
    return lines;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Answer answer(WayRequest request, Path directory, int number) throws IOException {
    String heads =
        Files.readString(directory.resolve(number + ".head"), StandardCharsets.ISO_8859_1).strip();
    // Before it come those of interim answers.
    List<String> lines =
        heads.substring(heads.lastIndexOf("\r\n\r\n") + 1).strip().lines().toList();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    Path body = directory.resolve(number + ".body");
    boolean hasBody = Files.exists(body) && !request.method().equals("HEAD");
    return new Answer(
        request.method() + " " + request.target(),
        Integer.parseInt(lines.get(0).split(" ", 3)[1]),
        headers,
        hasBody ? Files.readAllBytes(body) : new byte[0]);
  }
}
