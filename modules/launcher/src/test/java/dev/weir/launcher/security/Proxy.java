// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real proxy in front of a server, which keeps connections to it, shares them among clients, and
 * lets nobody cancel anything.
 */
final class Proxy implements AutoCloseable {
  private final Process process;
  private final int port;

  private Proxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Proxy nginx(int backend, Path directory) throws IOException {
    int port = freePort();
    Path configuration =
        Files.writeString(
            directory.resolve("nginx.conf"),
            """
            daemon off;
            master_process off;
            pid %3$s/nginx.pid;
            error_log %3$s/error.log;
            events {}
            http {
              access_log off;
              client_body_temp_path %3$s/body;
              proxy_temp_path %3$s/proxy;
              fastcgi_temp_path %3$s/fastcgi;
              uwsgi_temp_path %3$s/uwsgi;
              scgi_temp_path %3$s/scgi;
              upstream weir {
                server 127.0.0.1:%1$d;
                keepalive 1;
              }
              server {
                listen 127.0.0.1:%2$d;
                location ~ cancel { return 403; }
                location / {
                  proxy_pass http://weir;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host localhost;
                  proxy_request_buffering off;
                  proxy_next_upstream off;
                }
              }
            }
            """
                .formatted(backend, port, directory));
    return start(
        port, directory, "nginx", "-c", configuration.toString(), "-p", directory.toString());
  }

  static Proxy haproxy(int backend, Path directory) throws IOException {
    int port = freePort();
    Path configuration =
        Files.writeString(
            directory.resolve("haproxy.cfg"),
            """
            defaults
              mode http
              timeout connect 5s
              timeout client 10s
              timeout server 10s
              option http-keep-alive
            frontend in
              bind 127.0.0.1:%d
              http-request deny if { path_sub cancel }
              default_backend weir
            backend weir
              http-reuse always
              retries 0
              server weir 127.0.0.1:%d
            """
                .formatted(port, backend));
    return start(port, directory, "haproxy", "-f", configuration.toString());
  }

  private static Proxy start(int port, Path directory, String name, String... arguments)
      throws IOException {
    Optional<Path> found =
        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin")
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "There is no " + name + "; on Debian: apt-get install " + name);
    List<String> command =
        Stream.concat(Stream.of(found.get().toString()), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".out").toFile())
            .start();
    Proxy proxy = new Proxy(process, port);
    await().atMost(Duration.ofSeconds(20)).until(proxy::listens);
    return proxy;
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private boolean listens() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
