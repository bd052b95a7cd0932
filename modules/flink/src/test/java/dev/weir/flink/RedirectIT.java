// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.http.FlinkClient;
import dev.weir.flink.json.FlinkJson;
import dev.weir.model.cluster.ClusterOverview;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cluster whose address sends its clients elsewhere, perhaps with credentials. */
class RedirectIT {
  private static final BodyReader<ClusterOverview> OVERVIEW =
      FlinkJson.reader(ClusterOverview.class);
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  @RegisterExtension private final StubServer server = new StubServer();

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
    FlinkClient client = server.client(DEADLINE);

    assertThatThrownBy(() -> client.get("/overview", OVERVIEW).join())
        .hasMessageEndingWith("sends its clients " + shown)
        .hasMessageNotContaining("secret");
  }
}
