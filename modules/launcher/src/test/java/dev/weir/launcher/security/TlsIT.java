// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.launcher.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server over TLS, as clients of Java see it. */
@Timeout(60)
class TlsIT {
  @TempDir private static Path directory;
  private static Path ours;
  private static Path oursTrusted;
  private static Path known;
  private static Path knownPem;
  private static Path unknown;

  private Path certificate = directory;
  private Path key = directory;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Certificates certificates = new Certificates(directory);
    for (String name : List.of("ours", "renewed", "known", "unknown")) {
      certificates.make(name);
    }
    ours = directory.resolve("ours.p12");
    oursTrusted = certificates.trust("ours");
    certificates.trust("renewed");
    known = directory.resolve("known.p12");
    knownPem = directory.resolve("known.pem");
    unknown = directory.resolve("unknown.p12");
  }

  /** Each test has copies that it may change. */
  @BeforeEach
  void copyFiles(@TempDir Path own) throws IOException {
    certificate = Files.copy(directory.resolve("ours.pem"), own.resolve("tls.crt"));
    key = Files.copy(directory.resolve("ours-key.pem"), own.resolve("tls.key"));
  }

  private Map<String, String> pem(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("weir.tls.certificate", certificate.toString());
    settings.put("weir.tls.key", key.toString());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static HttpResponse<String> get(URI address, @Nullable Path shown, String protocol)
      throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(Certificates.client(oursTrusted, shown))
            .sslParameters(new SSLParameters(null, new String[] {protocol}))
            .build();
    return client.send(
        HttpRequest.newBuilder(address.resolve("/clusters")).build(), BodyHandlers.ofString());
  }

  /**
   * Whether there is an answer, or an end instead. By a socket: Java's HttpClient may wait for ever
   * where the alert comes while it is sending.
   */
  private static boolean isAnswered(URI address, @Nullable Path shown, String protocol)
      throws Exception {
    SSLContext context = Certificates.client(oursTrusted, shown);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.setEnabledProtocols(new String[] {protocol});
      socket
          .getOutputStream()
          .write("GET /clusters HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      return socket.getInputStream().read() >= 0;
    } catch (SSLException | SocketException e) {
      return false;
    }
  }

  private static X509Certificate shownBy(URI address, Path trusted) throws Exception {
    SSLContext context = Certificates.client(trusted, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void withPemFilesBothVersionsServeHttp2(String protocol) throws Exception {
    try (InProcess weir = InProcess.start(pem())) {
      HttpResponse<String> answer = get(weir.address(), null, protocol);

      assertThat(weir.address()).hasScheme("https");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(Version.HTTP_2);
      assertThat(answer.sslSession())
          .hasValueSatisfying(tls -> assertThat(tls.getProtocol()).isEqualTo(protocol));
    }
  }

  @Test
  void aKeyStoreDoesAsWell() throws Exception {
    Map<String, String> settings =
        Map.of(
            "weir.tls.keystore",
            ours.toString(),
            "weir.tls.keystore-password",
            Certificates.PASSWORD);
    try (InProcess weir = InProcess.start(settings)) {
      assertThat(get(weir.address(), null, "TLSv1.3").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keyAndCertificateMayBeInOneFile() throws Exception {
    Files.writeString(certificate, Files.readString(certificate) + Files.readString(key));
    try (InProcess weir = InProcess.start(Map.of("weir.tls.certificate", certificate.toString()))) {
      assertThat(get(weir.address(), null, "TLSv1.3").statusCode()).isEqualTo(200);
    }
  }

  /** Said to the server by hand, since Java's own client would not even offer TLS 1.1. */
  @ParameterizedTest
  @CsvSource({"0301, false", "0302, false", "0303, true"})
  void olderVersionsAreRefused(String version, boolean taken) throws Exception {
    try (InProcess weir = InProcess.start(pem());
        Socket socket = new Socket(weir.address().getHost(), weir.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(HexFormat.of().parseHex(hello(version)));

      // The kind of the record, which is 22 for the server's part of a handshake.
      assertThat(socket.getInputStream().read() == 22).isEqualTo(taken);
    }
  }

  /** Two suites for an EC key, its curve, its signature, and no newer version. */
  private static String hello(String version) {
    String extensions = "000a000400020017" + "000d000400020403" + "000b00020100";
    String body =
        version
            + "11".repeat(32)
            + "00"
            + "0004c02bc009"
            + "0100"
            + "%04x".formatted(extensions.length() / 2)
            + extensions;
    String message = "01%06x".formatted(body.length() / 2) + body;
    return "160301%04x".formatted(message.length() / 2) + message;
  }

  @Test
  void opensslSeesTheSame() throws Exception {
    assumeTrue(openssl("version").startsWith("OpenSSL"), "openssl is not installed");
    try (InProcess weir = InProcess.start(pem())) {
      String[] connect = {"s_client", "-connect", weir.address().getAuthority(), "-alpn", "h2"};

      assertThat(openssl(with(connect, "-tls1_3"))).contains("TLSv1.3", "ALPN protocol: h2");
      assertThat(openssl(with(connect, "-tls1_2"))).contains("TLSv1.2", "ALPN protocol: h2");
      assertThat(openssl(with(connect, "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0")))
          .contains("no peer certificate available")
          .doesNotContain("ALPN protocol: h2");
    }
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  private static String openssl(String... arguments) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(with(new String[] {"openssl"}, arguments))
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      return output;
    } catch (IOException e) {
      return "";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "required, known, true", "required, unknown, false", "required, , false",
    "optional, known, true", "optional, unknown, false", "optional, , true"
  })
  void certificatesOfClientsAreChecked(String clientAuth, @Nullable String shown, boolean letIn)
      throws Exception {
    Map<String, String> settings =
        pem("weir.tls.client-auth", clientAuth, "weir.tls.truststore", knownPem.toString());
    Path keys = shown == null ? null : shown.equals("known") ? known : unknown;
    try (InProcess weir = InProcess.start(settings)) {
      for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
        if (letIn) {
          assertThat(get(weir.address(), keys, protocol).statusCode()).isEqualTo(200);
        } else {
          assertThat(isAnswered(weir.address(), keys, protocol)).isFalse();
        }
      }
    }
  }

  @Test
  void newFilesAreUsedForNewConnectionsAndBrokenOnesLeaveWhatWas() throws Exception {
    List<String> warnings = new ArrayList<>();
    Handler handler = warnings(warnings);
    Logger logger = Logger.getLogger("dev.weir.http.tls.TlsEngines");
    logger.addHandler(handler);
    Path renewedTrusted = directory.resolve("renewed-trusted.p12");
    try (InProcess weir = InProcess.start(pem("weir.tls.reload-interval", "50 ms"))) {
      replace(certificate, "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n");
      await().until(() -> !warnings.isEmpty());
      assertThat(shownBy(weir.address(), oursTrusted)).isNotNull();

      replace(certificate, Files.readString(directory.resolve("renewed.pem")));
      await().until(() -> warnings.size() > 1);
      assertThat(warnings.get(1)).contains("the certificate in it is not of the key in");
      assertThat(shownBy(weir.address(), oursTrusted)).isNotNull();

      replace(key, Files.readString(directory.resolve("renewed-key.pem")));
      await().ignoreExceptions().until(() -> shownBy(weir.address(), renewedTrusted) != null);
      assertThat(warnings).hasSize(2);
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static Handler warnings(List<String> warnings) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
          warnings.add(java.text.MessageFormat.format(entry.getMessage(), entry.getParameters()));
        }
      }

      @Override
      public void flush() {
        // Nothing is kept back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /** At once, as those who renew certificates do. */
  private static void replace(Path file, String content) throws IOException {
    Path whole = Files.writeString(file.resolveSibling("new"), content);
    FileTime before = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(whole, FileTime.fromMillis(before.toMillis() + 1000));
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void plainHttpIsSentOn() throws Exception {
    try (InProcess weir = InProcess.start(pem("weir.tls.redirect-port", freePort()))) {
      URI plain = URI.create("http://127.0.0.1:" + port);
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(plain.resolve("/jobs/x%2Fy?a=b")).DELETE().build(),
                  BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(308);
      assertThat(answer.headers().firstValue("Date")).isPresent();
      assertThat(answer.headers().firstValue("Location"))
          .contains("https://127.0.0.1:" + weir.address().getPort() + "/jobs/x%2Fy?a=b");
      assertThat(answer.body()).isEmpty();
    }
  }

  private int port;

  private String freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      port = socket.getLocalPort();
      return Integer.toString(port);
    }
  }

  @Test
  void handshakesThatStopHalfWayKeepNobodyWaiting() throws Exception {
    List<Socket> stopped = new ArrayList<>();
    try (InProcess weir = InProcess.start(pem())) {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(weir.address().getHost(), weir.address().getPort());
        socket.getOutputStream().write(HexFormat.of().parseHex("16030100ff010000"));
        stopped.add(socket);
      }
      assertThat(get(weir.address(), null, "TLSv1.3").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : stopped) {
        socket.close();
      }
    }
  }
}
