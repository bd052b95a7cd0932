// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A thin client of the classic API that hides nothing: it follows no redirects, sends no headers of
 * its own, and leaves every status to the caller.
 */
public final class ClassicClient {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private final URI base;
  private final HttpClient http;
  private final AnswerCheck check;

  /**
   * Makes a client that speaks HTTP/1.1.
   *
   * @param base where the server listens, such as {@code http://127.0.0.1:8081/}, or where its API
   *     for one of several clusters is
   */
  public ClassicClient(URI base) {
    this(base, AnswerCheck.NONE);
  }

  /** Makes a client that speaks HTTP/1.1 and has every answer checked. */
  public ClassicClient(URI base, AnswerCheck check) {
    this(base, HttpClient.Version.HTTP_1_1, check);
  }

  /** Makes a client; with HTTP/2 it offers an upgrade as the JDK's client does by default. */
  public ClassicClient(URI base, HttpClient.Version version) {
    this(base, version, AnswerCheck.NONE);
  }

  private ClassicClient(URI base, HttpClient.Version version, AnswerCheck check) {
    this.base = requireNonNull(base);
    this.check = requireNonNull(check);
    this.http =
        HttpClient.newBuilder()
            .version(version)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(DEADLINE)
            .build();
  }

  /** Where the server listens. */
  public URI base() {
    return base;
  }

  /** GETs a path with its query, percent-encoded as it shall be sent. */
  public Answer get(String path) {
    return send("GET", path, Map.of());
  }

  /** POSTs nothing to a path. */
  public Answer post(String path) {
    return send("POST", path, Map.of());
  }

  /** DELETEs a path. */
  public Answer delete(String path) {
    return send("DELETE", path, Map.of());
  }

  /** Sends a request without a body. */
  public Answer send(String method, String path, Map<String, String> headers) {
    return exchange(method, path, headers, BodyPublishers.noBody());
  }

  /** Sends a request with a body. */
  public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    return exchange(method, path, headers, BodyPublishers.ofByteArray(body));
  }

  /** Uploads a file as a form, the way the classic document says: field {@code jarfile}. */
  public Answer upload(String fileName, byte[] content) {
    return upload(
        new Multipart().file("jarfile", fileName, "application/x-java-archive", content).body());
  }

  /** Uploads a form that the caller has put together. */
  public Answer upload(byte[] form) {
    return send("POST", "/jars/upload", Map.of("Content-Type", Multipart.contentType()), form);
  }

  /**
   * Sends a request line that the JDK's client would refuse, over a plain socket.
   *
   * @param target the request target exactly as it shall be on the wire
   */
  public Answer raw(String method, String target) {
    return raw(method, target, Map.of(), new byte[0]);
  }

  /**
   * Sends a request exactly as given, over a plain socket.
   *
   * @param headers sent after {@code Host} and {@code Connection: close}; {@code Content-Length} is
   *     only sent if it is among them
   */
  public Answer raw(String method, String target, Map<String, String> headers, byte[] body) {
    return raw(method, target, headers, body, false);
  }

  /**
   * Sends a request exactly as given and closes the sending side before all that was announced has
   * been sent.
   *
   * @return the answer; its status is 0 if there is none
   */
  public Answer rawThatBreaksOff(
      String method, String target, Map<String, String> headers, byte[] body) {
    return raw(method, target, headers, body, true);
  }

  private Answer raw(
      String method, String target, Map<String, String> headers, byte[] body, boolean breakOff) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(base.getAuthority()).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    Answer answer = RawExchange.with(base, abridged(method + " " + target), request, breakOff);
    check.check(method, target, answer);
    return answer;
  }

  private Answer exchange(
      String method, String path, Map<String, String> headers, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).timeout(DEADLINE).method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      Answer answer =
          new Answer(
              abridged(method + " " + path),
              response.statusCode(),
              response.headers().map(),
              response.body());
      check.check(method, path, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(abridged(method + " " + path) + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during " + abridged(method + " " + path), e);
    }
  }

  /** A path of the host, as answers link by it, as one of this server. */
  public String here(String linked) {
    String ours = base.getPath().replaceFirst("/$", "");
    if (!linked.startsWith(ours + "/")) {
      throw new IllegalArgumentException(linked + " does not lead to " + base);
    }
    return linked.substring(ours.length());
  }

  private URI at(String path) {
    return URI.create(base.toString().replaceFirst("/$", "") + path);
  }

  private static String abridged(String request) {
    return request.length() <= 200 ? request : request.substring(0, 200) + "…";
  }
}
