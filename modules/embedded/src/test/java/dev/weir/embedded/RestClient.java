// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Flink's REST API as the tests need it. */
final class RestClient {

  private static final String BOUNDARY = "the-end-of-a-part";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI address;

  RestClient(URI address) {
    this.address = address;
  }

  JsonNode json(String path) {
    try {
      return mapper.readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    HttpResponse<String> response = send(HttpRequest.newBuilder(address.resolve(path)));
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return response.body();
  }

  HttpResponse<String> post(String path, Object body) {
    try {
      return send(
          HttpRequest.newBuilder(address.resolve(path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(mapper.writeValueAsString(body))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void cancel(String job) {
    send(
        HttpRequest.newBuilder(address.resolve("/jobs/" + job))
            .method("PATCH", BodyPublishers.noBody()));
    awaitState(job, "CANCELED");
  }

  /** Uploads a jar as a browser does; returns its id. */
  String upload(Path jar) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName()
                + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Files.readAllBytes(jar));
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(address.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Path.of(mapper.readTree(response.body()).get("filename").asText())
        .getFileName()
        .toString();
  }

  /** Runs a class of a jar; returns the id of its job. */
  String run(String jar, String entryClass, String... arguments) throws IOException {
    return job(tryToRun(jar, entryClass, arguments));
  }

  HttpResponse<String> tryToRun(String jar, String entryClass, String... arguments) {
    return post(
        "/jars/" + jar + "/run", Map.of("entryClass", entryClass, "programArgsList", arguments));
  }

  /** Runs a class of a jar from a savepoint; returns the id of its job. */
  String restore(String jar, String entryClass, String savepoint) throws IOException {
    return job(
        post(
            "/jars/" + jar + "/run", Map.of("entryClass", entryClass, "savepointPath", savepoint)));
  }

  private String job(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return mapper.readTree(response.body()).get("jobid").asText();
  }

  void awaitState(String job, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> assertThat(json("/jobs/" + job).get("state").asText()).isEqualTo(state));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
