// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.util.Objects.requireNonNull;

import dev.weir.testing.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@link HttpClient}; without TLS its HTTP/2 is an offer to go on in that. */
final class JdkClient implements Way {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** What it sends by itself, and nobody may set. */
  private static final Set<String> ITS_OWN = Set.of("content-length", "expect");

  private final HttpClient http;

  JdkClient(HttpClient http) {
    this.http = requireNonNull(http);
  }

  @Override
  public boolean takes(WayRequest request) {
    // It fails where there is no body to go on with.
    return isUri(request.target())
        && (request.header("Expect").isEmpty() || request.body() != null);
  }

  private static boolean isUri(String target) {
    return target.chars().noneMatch(c -> c > 0x7E || "\"<>\\^`{|}".indexOf(c) >= 0)
        && target.replaceAll("%[0-9a-fA-F]{2}", "").indexOf('%') < 0;
  }

  @Override
  public List<Answer> send(URI server, List<WayRequest> requests) throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (WayRequest request : requests) {
      HttpResponse<byte[]> answer = answer(server, request);
      answers.add(
          new Answer(
              request.method() + " " + request.target(),
              answer.statusCode(),
              answer.headers().map(),
              answer.body()));
    }
    return answers;
  }

  private HttpResponse<byte[]> answer(URI server, WayRequest request) throws IOException {
    URI address = URI.create(server.getScheme() + "://" + server.getAuthority() + request.target());
    HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(DEADLINE);
    if (request.body() != null) {
      builder.method(request.method(), BodyPublishers.ofString(request.body()));
    } else if (request.method().equals("GET") && request.header("Content-Length").isEmpty()) {
      builder.GET();
    } else {
      builder.method(request.method(), BodyPublishers.noBody());
    }
    builder.expectContinue(request.header("Expect").isPresent());
    for (Field field : request.fields()) {
      if (!ITS_OWN.contains(field.name().toLowerCase(Locale.ROOT))) {
        builder.header(field.name(), field.value());
      }
    }
    try {
      return http.send(builder.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
