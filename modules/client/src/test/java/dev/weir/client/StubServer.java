// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that notes requests and gives the answers it was told, the last one again and again. */
final class StubServer implements AutoCloseable {
  static final String JSON = "application/json;charset=UTF-8";
  static final String PROBLEM = "application/problem+json";

  private final HttpServer server;
  private final Deque<Prepared> answers = new ArrayDeque<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** A request as it came. */
  record Seen(String line, String contentType, String contentLength, String body) {}

  private record Prepared(int status, String type, String body) {}

  StubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  synchronized StubServer then(int status, String type, String body) {
    answers.add(new Prepared(status, type, body));
    return this;
  }

  StubServer thenProblem(int status, String sentence) {
    return then(
        status,
        PROBLEM,
        "{\"type\":\"about:blank\",\"title\":\"T\",\"status\":%d,\"detail\":\"%s\",\"error\":\"%s\"}"
            .formatted(status, sentence, sentence));
  }

  ApiClient client() {
    ApiClient client = new ApiClient();
    client.updateBaseUri("http://127.0.0.1:" + server.getAddress().getPort());
    return client;
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  private synchronized Prepared next() {
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(
          new Seen(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Content-Length"),
              body));
      Prepared prepared = next();
      byte[] bytes = prepared.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", prepared.type());
      exchange.sendResponseHeaders(prepared.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
