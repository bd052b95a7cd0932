package dev.weir.testing.flink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a JobManager how far it is. */
final class RestProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private RestProbe() {}

  /** Its {@code /overview}; empty if it does not answer, or not yet. */
  static Optional<JsonNode> overview(URI restAddress) {
    HttpRequest request =
        HttpRequest.newBuilder(restAddress.resolve("/overview")).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(Json.parse(answer.body())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a cluster started", e);
    }
  }
}
