package dev.weir.flink;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.weir.model.ClusterOverview;
import dev.weir.model.Secrets;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cluster whose address sends its clients elsewhere, perhaps with credentials. */
class RedirectIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
  }

  private FlinkClient client() {
    return new FlinkClient(
        JobManagers.at(List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))),
        new FlinkClientOptions(
            DEADLINE, DEADLINE, DEADLINE, DEADLINE, 4, 100, 1000, Map.of(), Secrets.OF_FLINK),
        FlinkClient.http(executor, DEADLINE, null),
        executor,
        InstantSource.system());
  }

  @ParameterizedTest
  @CsvSource({
    "https://u:secret@sso.example.org:8443/login?token=secret, to https://sso.example.org:8443/login.",
    "/login?return=secret#secret, to /login.",
    "//sso.example.org?secret, to //sso.example.org.",
    "mailto:secret, elsewhere.",
    "http://bad^host/?secret, elsewhere."
  })
  void nothingOfItIsShownThatMayBeASecret(String location, String shown) {
    server.createContext(
        "/overview",
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    FlinkClient client = client();

    assertThatThrownBy(() -> client.get("/overview", ClusterOverview.class).join())
        .hasMessageEndingWith("sends its clients " + shown)
        .hasMessageNotContaining("secret");
  }
}
