// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.launcher.Certificates;
import dev.weir.testing.Directories;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.container.JavaTool;
import dev.weir.testing.http2.Http2Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The runnable jar as a process in little memory, in clear with HTTP/2 switched on or over TLS, for
 * as long as the tests of one class run.
 */
final class Target implements BeforeAllCallback, AfterAllCallback {
  private static final int DEADLINE_MILLIS = 20_000;
  private static final int DEFAULT_BUFFER = 0;

  /** The least that Linux takes, with room for its own bookkeeping. */
  private static final int TINY_BUFFER = 1024;

  private static final byte[] QUESTION =
      "GET /clusters HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  private final boolean secured;
  private final UnaryOperator<WeirLaunch> more;
  private @Nullable WeirProcess process;
  private @Nullable Path directory;
  private @Nullable SSLContext tls;

  private Target(boolean secured, UnaryOperator<WeirLaunch> more) {
    this.secured = secured;
    this.more = more;
  }

  /**
   * A server without TLS.
   *
   * @param more adds to its launch; called before the first test
   */
  static Target clear(UnaryOperator<WeirLaunch> more) {
    return new Target(false, more);
  }

  /** The same with TLS. */
  static Target secured(UnaryOperator<WeirLaunch> more) {
    return new Target(true, more);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    directory = Files.createTempDirectory("weir-target");
    WeirLaunch launch =
        WeirProcess.launch()
            .jvmOptions("-Xmx128m", "-XX:+ExitOnOutOfMemoryError")
            // Of what is open afterwards, nothing is a connection to Flink that is kept for later.
            .jvmOptions("-Djdk.httpclient.keepalive.timeout=1")
            .arguments("--set", "weir.work-dir=" + directory);
    if (secured) {
      Certificates certificates = new Certificates(directory);
      Path keys = certificates.keys("weir");
      certificates.pem("weir");
      tls = Certificates.client(certificates.trust("weir"), null);
      launch
          .arguments("--set", "weir.tls.keystore=" + keys)
          .arguments("--set", "weir.tls.keystore-password=" + Certificates.PASSWORD);
    } else {
      launch.arguments("--set", "weir.http.h2c=true");
    }
    process = more.apply(launch).start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (process != null) {
      process.close();
    }
    if (directory != null) {
      Directories.delete(directory);
    }
  }

  WeirProcess process() {
    return requireNonNull(process);
  }

  /** A connection on which HTTP/1.1 is spoken. */
  Socket connect() throws IOException {
    return connect("http/1.1", DEFAULT_BUFFER);
  }

  /** A connection with room for next to nothing that is not read. */
  Socket connectTiny() throws IOException {
    return connect("http/1.1", TINY_BUFFER);
  }

  /** A connection on which HTTP/2 is spoken. */
  Http2Connection http2() throws IOException {
    return new Http2Connection(connect("h2", DEFAULT_BUFFER), secured ? "https" : "http");
  }

  /** The same with room for next to nothing that is not read. */
  Http2Connection http2Tiny() throws IOException {
    return new Http2Connection(connect("h2", TINY_BUFFER), secured ? "https" : "http");
  }

  private Socket connect(String protocol, int buffer) throws IOException {
    URI base = process().baseUri();
    Socket socket = new Socket();
    if (buffer != DEFAULT_BUFFER) {
      socket.setReceiveBufferSize(buffer);
    }
    socket.setSoTimeout(DEADLINE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), DEADLINE_MILLIS);
    try {
      return tls == null ? socket : over(tls, socket, protocol);
    } catch (SocketTimeoutException e) {
      throw silent(e);
    }
  }

  private static SSLSocket over(SSLContext tls, Socket socket, String protocol) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, "localhost", 0, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    assertThat(secured.getApplicationProtocol()).isEqualTo(protocol);
    return secured;
  }

  /** Fails unless a client that has just come is answered. */
  void serves() throws IOException {
    assertThat(process().isAlive()).as("%s", process().output()).isTrue();
    try (Socket socket = connect()) {
      socket.getOutputStream().write(QUESTION);
      assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 200");
    } catch (SocketTimeoutException e) {
      throw silent(e);
    }
  }

  private AssertionError silent(SocketTimeoutException e) {
    return new AssertionError("Not answered meanwhile:\n" + JavaTool.stacks(process().pid()), e);
  }

  @Override
  public String toString() {
    return secured ? "over TLS" : "in clear";
  }
}
