// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks a JobManager how far it is. */
final class RestProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private RestProbe() {}

  /** Its {@code /overview}; empty if it does not answer, or not yet. */
  static Optional<JsonNode> overview(URI restAddress) {
    return send(restAddress, "GET", "/overview");
  }

  /** Asks that all jobs that have not ended be cancelled. */
  static void cancelJobs(URI restAddress) {
    JsonNode jobs = send(restAddress, "GET", "/jobs").orElseThrow().path("jobs");
    for (JsonNode job : jobs) {
      if (!ENDED.contains(job.path("status").asText())) {
        send(restAddress, "PATCH", "/jobs/" + job.path("id").asText() + "?mode=cancel");
      }
    }
  }

  private static Optional<JsonNode> send(URI restAddress, String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(restAddress.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      return answer.statusCode() < 300 ? Optional.of(Json.parse(answer.body())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a cluster started", e);
    }
  }
}
