// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weir.flink.AnswerBudget;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.FlinkClientOptions;
import dev.weir.flink.JobManagers;
import dev.weir.flink.Secrets;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.http.FlinkClient;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.TaskState;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client of Flink's REST API: reads by a stub that can go, changes by a real Flink. */
class FlinkClientContractIT {
  @RegisterExtension static final RunningFlink FLINK = new RunningFlink(FlinkCluster.of("2.3.0"));

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  private ClusterSource client(URI address) {
    Duration deadline = Duration.ofMinutes(1);
    return new FlinkClient(
        JobManagers.at(List.of(address)),
        new FlinkClientOptions(
            deadline,
            deadline,
            deadline,
            deadline,
            deadline,
            4,
            100,
            1 << 20,
            new AnswerBudget(1 << 22),
            Map.of(),
            Secrets.OF_FLINK),
        FlinkClient.http(executor, deadline, null),
        executor,
        InstantSource.system());
  }

  @Nested
  class Reads extends ClusterSourceContract {
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private HttpServer server;
    private ClusterSource source;

    @BeforeEach
    void start() {
      server = listening(0);
      source = client(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private HttpServer listening(int port) {
      try {
        HttpServer started =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/", this::answer);
        started.start();
        return started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void answer(HttpExchange exchange) throws IOException {
      String known = documents.get(exchange.getRequestURI().getPath());
      byte[] body =
          (known == null ? "{\"errors\":[\"There is no such thing.\"]}" : known).getBytes(UTF_8);
      exchange.sendResponseHeaders(known == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    @AfterEach
    void stop() {
      server.stop(0);
    }

    @Override
    ClusterSource source() {
      return source;
    }

    @Override
    void has(String path, String body) {
      documents.put(path, body);
    }

    @Override
    void goes() {
      server.stop(0);
    }

    @Override
    void comesBack() {
      server = listening(server.getAddress().getPort());
    }
  }

  @Nested
  class Changes extends ClusterChangesContract {
    private ClusterSource source;

    @BeforeEach
    void connect() {
      source = client(FLINK.restAddress());
    }

    @Override
    ClusterSource source() {
      return source;
    }

    @Override
    Path jar() {
      return BuiltJars.examples();
    }

    @Override
    boolean isRunning(JobId job) {
      return JobDocuments.details(job).read(source).join().value().vertices().stream()
          .allMatch(vertex -> vertex.status() == TaskState.RUNNING);
    }

    @Override
    void savepointsMayEnd() {
      // They do by themselves.
    }
  }
}
