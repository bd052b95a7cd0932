// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** As much of a cluster as answers what it was told, counts, and can be held up. */
public final class CountingFlink implements BeforeAllCallback, AfterAllCallback {
  private static final String OVERVIEW =
      "{\"taskmanagers\":1,\"slots-total\":4,\"slots-available\":4,\"flink-version\":\"2.3.0\"}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Told> answers = new ConcurrentHashMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // It is never compared.
  private record Told(int status, byte[] body) {
    Told(int status, String json) {
      this(status, json.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** One that has nothing but an overview. */
  public CountingFlink() {
    // Otherwise the second part of each answer waits for the client to acknowledge the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    answers("/overview", OVERVIEW);
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it answers at a path from now on; elsewhere there is nothing. */
  public void answers(String path, String json) {
    answers(path, 200, json);
  }

  /** What it answers at a path from now on, and with which status. */
  public void answers(String path, int status, String json) {
    answers.put(path, new Told(status, json));
  }

  /** Closes the connection in place of an answer at a path from now on. */
  public void breaksOffAt(String path) {
    broken.add(path);
  }

  /** Keeps whoever asks for a path waiting until the latch is open. */
  public CountDownLatch hold(String path) {
    CountDownLatch gate = new CountDownLatch(1);
    held.put(path, gate);
    return gate;
  }

  /** How often a path was asked for. */
  public int asked(String path) {
    return counts.getOrDefault(path, 0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      counts.merge(path, 1, Integer::sum);
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      pass(path);
      if (broken.contains(path)) {
        return;
      }
      Told told = answers.getOrDefault(path, new Told(404, nothingAt(path)));
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(told.status(), told.body().length);
      // In pieces, since the server copies each.
      new ByteArrayInputStream(told.body()).transferTo(exchange.getResponseBody());
    }
  }

  private static String nothingAt(String path) {
    return "{\"errors\":[\"There is nothing at %s.\"]}".formatted(path);
  }

  private void pass(String path) throws IOException {
    CountDownLatch gate = held.get(path);
    if (gate != null) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while held up", e);
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    held.values().forEach(CountDownLatch::countDown);
    server.stop(0);
    threads.shutdownNow();
  }
}
