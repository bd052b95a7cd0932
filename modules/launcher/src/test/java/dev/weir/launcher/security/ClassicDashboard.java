// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weir.testing.maven.MavenArtifacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The web dashboard of Flink 1.3.2, on one origin with a server in front of which it stands. What
 * is not one of its files goes to that server as the browser sent it, and back, byte by byte.
 */
final class ClassicDashboard implements AutoCloseable {
  private static final String JAR = "org.apache.flink:flink-runtime-web_2.11:1.3.2";
  private static final int LONGEST_HEAD = 1 << 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "json", "application/json",
          "png", "image/png",
          "svg", "image/svg+xml",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private final JarFile files;
  private final URI server;
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private ClassicDashboard(JarFile files, URI server) throws IOException {
    this.files = files;
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Fetches it, and puts it before a server. */
  static ClassicDashboard before(URI server) throws IOException {
    return new ClassicDashboard(new JarFile(MavenArtifacts.file(JAR).toFile()), server);
  }

  /** Without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        threads.execute(() -> answer(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void answer(Socket connection) {
    try (connection;
        InputStream in = connection.getInputStream();
        OutputStream out = connection.getOutputStream()) {
      String head = head(in);
      if (head.isEmpty()) {
        return;
      }
      String path = head.split(" ", 3)[1].split("[?]", 2)[0];
      String name = path.equals("/") ? "/index.html" : path;
      ZipEntry file = files.getEntry("web" + name);
      if (file == null || file.isDirectory()) {
        pass(head, in, out);
      } else {
        byte[] content = files.getInputStream(file).readAllBytes();
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        String answer =
            "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(type, content.length);
        out.write(answer.getBytes(ISO_8859_1));
        out.write(content);
      }
    } catch (IOException e) {
      // The browser, or the server, has hung up.
    }
  }

  /** One request for each connection, so that nothing of the answer has to be understood. */
  private void pass(String head, InputStream in, OutputStream out) throws IOException {
    try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
      String once =
          head.replaceAll("(?im)^connection:.*\r\n", "")
              .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
      upstream.getOutputStream().write(once.getBytes(ISO_8859_1));
      threads.execute(() -> copy(in, upstream));
      upstream.getInputStream().transferTo(out);
    }
  }

  private static void copy(InputStream in, Socket upstream) {
    try {
      in.transferTo(upstream.getOutputStream());
    } catch (IOException e) {
      // The answer has come.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4 && head.size() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      listening.close();
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
