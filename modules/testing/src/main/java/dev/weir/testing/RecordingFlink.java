// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands where a cluster would be, notes what it is asked to change, and does nothing. */
public final class RecordingFlink implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<String> changes = new CopyOnWriteArrayList<>();

  public RecordingFlink() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET")) {
      changes.add(method + " " + exchange.getRequestURI().getPath());
    }
    exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
    byte[] body =
        """
        {"filename":"/x/00000000-0000-0000-0000-000000000000_a.jar","status":"success",
         "flink-version":"2.3.0","jobs":[],"taskmanagers":[],"files":[],"request-id":"1",
         "mode":"exactly_once","history":[],
         "jid":"00000000000000000000000000000000","jobid":"00000000000000000000000000000000"}
        """
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** Method and path of each request that would have changed something. */
  public List<String> changes() {
    return changes;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
