// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.weir.flink.http.FlinkClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What stands at a cluster's address and answers as a test says, and clients that ask it. */
public final class StubServer implements BeforeEachCallback, AfterEachCallback {
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private HttpServer server;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.stop(0);
    executor.shutdownNow();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void createContext(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  public void removeContext(String path) {
    server.removeContext(path);
  }

  public FlinkClient client(Duration deadline) {
    return client(List.of(address()), deadline, Map.of());
  }

  public FlinkClient client(List<URI> addresses, Duration deadline, Map<String, String> headers) {
    return new FlinkClient(
        JobManagers.at(addresses),
        new FlinkClientOptions(
            deadline,
            deadline,
            deadline,
            deadline,
            deadline,
            4,
            100,
            1000,
            new AnswerBudget(2000),
            headers,
            Secrets.OF_FLINK),
        FlinkClient.http(executor, deadline, null),
        executor,
        InstantSource.system());
  }
}
