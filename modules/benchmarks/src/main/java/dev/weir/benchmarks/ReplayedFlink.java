// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A stand-in for Flink's own server that costs next to nothing: it replays what a real Flink 2.3.0
 * has answered ({@link Replay}), and counts.
 *
 * <ul>
 *   <li>{@code --port N}: 0 unless given, which is any
 *   <li>{@code --jobs N}: how many jobs run, 100 unless given
 *   <li>{@code --latency N}: milliseconds before each answer, 0 unless given
 * </ul>
 *
 * <p>{@code GET /__counts} says how often each path was asked for: {@code {"total": 3, "paths":
 * {"/overview": 3}}}.
 */
public final class ReplayedFlink {
  private static final String COUNTS = "/__counts";
  private static final int THREADS = 4;

  private final Replay replay;
  private final int latency;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS);

  private ReplayedFlink(Options options) {
    this.replay = new Replay(options.number("jobs", 100));
    this.latency = options.number("latency", 0);
  }

  /** Starts it, prints its address as JSON, and stays until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    // Without it small answers wait for acknowledgements that the other side delays.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    Options options = new Options(args);
    HttpServer server = new ReplayedFlink(options).start(options.number("port", 0));
    System.out.printf("{\"address\": \"http://127.0.0.1:%d\"}%n", server.getAddress().getPort());
    new CountDownLatch(1).await();
  }

  private HttpServer start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
    return server;
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (latency == 0) {
      answer(exchange);
    } else {
      var unused = executor.schedule(() -> answerLater(exchange), latency, TimeUnit.MILLISECONDS);
    }
  }

  private void answerLater(HttpExchange exchange) {
    try {
      answer(exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(COUNTS)) {
        send(exchange, 200, ScaledAnswers.bytes(counted()));
        return;
      }
      counts.computeIfAbsent(path, unused -> new LongAdder()).increment();
      Optional<byte[]> answer = replay.answer(path);
      if (answer.isPresent()) {
        send(exchange, 200, answer.get());
      } else {
        send(exchange, 404, "{\"errors\":[\"Not found.\"]}".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Map<String, Object> counted() {
    Map<String, Long> paths = new TreeMap<>();
    counts.forEach((path, count) -> paths.put(path, count.sum()));
    long total = paths.values().stream().mapToLong(Long::longValue).sum();
    return Map.of("total", total, "paths", paths);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
