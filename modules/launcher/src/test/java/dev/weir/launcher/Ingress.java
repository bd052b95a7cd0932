// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * What people put in front of a Flink: TLS, certificates of clients, credentials, and a path that
 * leads to one cluster among several.
 */
final class Ingress implements AutoCloseable {
  private static final String PREFIX = "/flink/prod";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI flink;
  private final String authorization;

  Ingress(URI flink, SSLContext tls, String authorization) throws IOException {
    this.flink = flink;
    this.authorization = authorization;
    this.server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ours = tls.getDefaultSSLParameters();
            ours.setNeedClientAuth(true);
            parameters.setSSLParameters(ours);
          }
        });
    server.createContext(PREFIX, this::pass);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort() + PREFIX);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      Headers headers = exchange.getRequestHeaders();
      if (!authorization.equals(headers.getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      String path = exchange.getRequestURI().toString().substring(PREFIX.length());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(flink.resolve(path))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body.readAllBytes()));
      String type = headers.getFirst("Content-Type");
      answer(exchange, type == null ? request : request.header("Content-Type", type));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
