// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static dev.weir.resources.access.Requires.About.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtension;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import dev.weir.security.TokenFile;
import dev.weir.server.ApiOptions;
import dev.weir.server.ApiParts;
import dev.weir.server.CloseStack;
import dev.weir.server.OwnAuthentication;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WorkDirectory;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsSources;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An extension of the API on a server that asks for credentials. */
class ExtensionTest {
  private static final TokenFile.Made TOKEN = TokenFile.make("probe");
  private static final CloseStack PARTS = new CloseStack();

  @TempDir private static java.nio.file.Path directory;
  private static WeirServer server;

  /** Says whether the server lives, to anybody, and how many clusters it has, to those known. */
  @Path("alive")
  @Produces(MediaType.TEXT_PLAIN)
  public static final class Alive {
    private final String word;
    private final Clusters clusters;

    /** With what the extension binds and what the server does. */
    @Inject
    public Alive(String word, Clusters clusters) {
      this.word = word;
      this.clusters = clusters;
    }

    @GET
    @PermitAll
    public String alive() {
      return word;
    }

    @GET
    @Path("clusters")
    @Requires(value = AccessLevel.VIEW, about = SERVER)
    public String clusters() {
      return String.valueOf(clusters.all().size());
    }
  }

  private static final class AliveExtension implements ApiExtension {
    @Override
    public Set<Class<?>> classes() {
      return Set.of(Alive.class);
    }

    @Override
    public Map<Class<?>, Object> bindings() {
      return Map.of(String.class, "yes");
    }

    @Override
    public Set<String> serverPaths() {
      return Set.of("alive");
    }

    @Override
    public Optional<String> description() {
      return Optional.of("paths:\n  /alive:\n    get:\n      security: []\n");
    }
  }

  @BeforeAll
  static void start() throws Exception {
    java.nio.file.Path tokens = Files.writeString(directory.resolve("tokens"), TOKEN.line() + "\n");
    Settings settings =
        SettingsResolver.resolve(
            SettingsSources.of(
                Map.of(
                    "weir.cluster", "http://127.0.0.1:1",
                    "weir.port", "0",
                    "weir.security.token.file", tokens.toString())));
    WorkDirectory work = WorkDirectory.open(Optional.empty());
    PARTS.add("The directory", work::remove);
    Clusters clusters = WatchedClusters.start(settings, Optional.empty(), work, Thread::new, PARTS);
    server =
        WeirServer.start(
            new ServerOptions(
                "127.0.0.1",
                0,
                settings.server().maxHeaderBytes(),
                settings.server().workers(),
                settings.server().idleTimeout(),
                Optional.empty(),
                settings.server().limits()),
            new ApiParts(
                ApiOptions.of(settings),
                clusters,
                new JarUploads(work.uploads(), settings.submission().limits()),
                entry -> {},
                ApiExtensions.ownAnd(List.of(new AliveExtension())),
                Optional.empty()),
            OwnAuthentication.start(settings, Thread::new, PARTS));
    PARTS.add("The server", () -> server.stop(Duration.ofSeconds(1)));
  }

  @AfterAll
  static void stop() {
    PARTS.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder known(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + TOKEN.token());
  }

  @Test
  void anybodyReadsWhatIsForAnybody() throws Exception {
    HttpResponse<String> stranger = send(to("/alive"));
    assertThat(stranger.statusCode()).isEqualTo(200);
    assertThat(stranger.body()).isEqualTo("yes");
    assertThat(send(to("/alive").method("HEAD", BodyPublishers.noBody())).statusCode())
        .isEqualTo(200);
    assertThat(send(known(to("/alive"))).statusCode()).isEqualTo(200);
  }

  @Test
  void aProbeWithAnOldTokenIsAnsweredToo() throws Exception {
    assertThat(send(to("/alive").header("Authorization", "Bearer old")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/alive/clusters", "/alive/", "/alive/more", "/aliv%65x", "/overview"})
  void nothingElseIsForAnybody(String path) throws Exception {
    assertThat(send(to(path)).statusCode()).isEqualTo(401);
  }

  @Test
  void anybodyMayNotChangeIt() throws Exception {
    assertThat(send(to("/alive").DELETE()).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsKnownReadsTheRestOfIt() throws Exception {
    assertThat(send(known(to("/alive/clusters"))).body()).isEqualTo("1");
  }

  @Test
  void whatIsServerWideIsNotBelowACluster() throws Exception {
    HttpResponse<String> below = send(known(to("/clusters/default/alive")));

    assertThat(below.statusCode()).isEqualTo(404);
    assertThat(below.body()).contains("/alive is server-wide; use it without /clusters/<name>.");
  }

  @Test
  void itsPathsAreInTheDescription() throws Exception {
    assertThat(send(known(to("/openapi.yaml"))).body())
        .contains("\n  /alive:\n    get:\n      security: []\n")
        .contains("\n  /overview:\n");
  }
}
