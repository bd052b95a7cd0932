// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.http.Listeners;
import dev.weir.http.ServerOptions;
import dev.weir.http.hot.HotPath;
import dev.weir.http.limits.ClientLimits;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.http.tls.ClientCertificates;
import dev.weir.http.tls.TlsEngines;
import dev.weir.launcher.Certificates;
import dev.weir.security.Authentication;
import dev.weir.server.settings.HttpLimits;
import dev.weir.server.settings.ServerTls;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.server.settings.types.ClientAuth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handler learns about the certificate of a client. */
@Timeout(60)
class ClientCertificatesIT {
  @TempDir private static Path directory;

  private static final HttpLimits LIMITS = limits();

  private static final SelectorWatch WATCH = new SelectorWatch(Duration.ofSeconds(5));

  private static final ConnectionLimits CONNECTIONS =
      new ConnectionLimits(LIMITS, Duration.ofSeconds(20));

  private static final HotPath HOT =
      new HotPath(
          false,
          Authentication.none(),
          new ClientLimits(LIMITS, CONNECTIONS),
          CONNECTIONS,
          InstantSource.system());

  private static final HttpHandler TELLS =
      new HttpHandler() {
        @Override
        public void service(Request request, Response response) throws IOException {
          X509Certificate[] shown = ClientCertificates.of(request);
          String name = shown.length == 0 ? "" : shown[0].getSubjectX500Principal().getName();
          response.getWriter().write(shown.length + " " + name);
        }
      };

  private static HttpLimits limits() {
    try {
      return SettingsResolver.resolve(SettingsSources.of(Map.of())).server().limits();
    } catch (SettingsException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void close() {
    CONNECTIONS.close();
  }

  private static HttpResponse<String> answer(HttpClient client, URI address) throws Exception {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static ServerOptions options() {
    return new ServerOptions(
        "127.0.0.1", 0, 16 << 10, 2, Duration.ofSeconds(60), Optional.empty(), LIMITS);
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void isKnownInBothVersionsOfHttp(HttpClient.Version version) throws Exception {
    Certificates certificates = new Certificates(directory.resolve("."));
    Path server = certificates.keys("server" + version);
    certificates.pem("server" + version);
    Path client = certificates.keys("client" + version);
    ServerTls tls =
        new ServerTls(
            new ServerTls.Store(server, Optional.of(Certificates.PASSWORD), Optional.empty()),
            ClientAuth.OPTIONAL,
            Optional.of(certificates.pem("client" + version)),
            Optional.empty(),
            Duration.ofHours(1),
            Optional.empty(),
            false);
    HttpServer http = new HttpServer();
    try (TlsEngines engines = TlsEngines.start(tls)) {
      http.addListener(Listeners.api(options(), engines, CONNECTIONS, WATCH, HOT));
      http.getServerConfiguration().addHttpHandler(TELLS, "/");
      http.start();
      URI address =
          URI.create("https://127.0.0.1:" + http.getListener(Listeners.NAME).getPort() + "/");
      Path trusted = certificates.trust("server" + version);
      HttpClient.Builder builder = HttpClient.newBuilder().version(version);

      HttpResponse<String> shown =
          answer(builder.sslContext(Certificates.client(trusted, client)).build(), address);
      HttpResponse<String> none =
          answer(builder.sslContext(Certificates.client(trusted, null)).build(), address);

      assertThat(shown.version()).isEqualTo(version);
      assertThat(shown.body()).isEqualTo("1 CN=localhost");
      assertThat(none.body()).isEqualTo("0 ");
    } finally {
      http.shutdownNow();
    }
  }

  @Test
  void isUnknownWithoutTls() throws Exception {
    HttpServer http = new HttpServer();
    try {
      http.addListener(Listeners.api(options(), null, CONNECTIONS, WATCH, HOT));
      http.getServerConfiguration().addHttpHandler(TELLS, "/");
      http.start();
      URI address =
          URI.create("http://127.0.0.1:" + http.getListener(Listeners.NAME).getPort() + "/");

      assertThat(answer(HttpClient.newHttpClient(), address).body()).isEqualTo("0 ");
    } finally {
      http.shutdownNow();
    }
  }
}
