// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a cluster as does at its connections what no Flink can be made to do. */
public final class HostileFlink implements AutoCloseable {
  private static final String OVERVIEW =
      "{\"taskmanagers\":1,\"slots-total\":4,\"slots-available\":4,\"flink-version\":\"2.3.0\"}";

  private final ServerSocket server;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /** What is done at a path. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers, or does not; the connection is closed afterwards. */
    void at(Socket connection) throws IOException;
  }

  /** Listens. */
  public HostileFlink() {
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    at("/overview", json(OVERVIEW));
    Thread thread = new Thread(this::accept, "hostile Flink");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** What it does at a path from now on; elsewhere it answers an empty object. */
  public void at(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
  }

  /** Exchanges that have begun and not ended, but for those about what is answered at once. */
  public int underWay() {
    return underWay.get();
  }

  /** A small answer. */
  public static Behaviour json(String json) {
    return connection -> {
      byte[] body = json.getBytes(UTF_8);
      head(connection, "200 OK", "Content-Length: " + body.length);
      connection.getOutputStream().write(body);
    };
  }

  /** A log that begins and does not go on, until the other side closes. */
  public Behaviour stalledLog() {
    return counted(
        connection -> {
          begin(connection);
          connection.getInputStream().read();
        });
  }

  /** A log that begins and breaks off. */
  public Behaviour brokenLog() {
    return counted(HostileFlink::begin);
  }

  private static void begin(Socket connection) throws IOException {
    head(connection, "200 OK", "Content-Length: 1000000");
    // More than what is kept back until there is more of it.
    connection.getOutputStream().write("A line of a log\n".repeat(4096).getBytes(UTF_8));
  }

  /** An answer that repeats a piece to the end. */
  public Behaviour repeated(String status, String first, String piece, long bytes) {
    return counted(
        connection -> {
          head(connection, status, "Connection: close");
          OutputStream out = connection.getOutputStream();
          out.write(first.getBytes(UTF_8));
          byte[] block = piece.repeat(Math.max(1, (1 << 16) / piece.length())).getBytes(UTF_8);
          for (long sent = 0; sent < bytes; sent += block.length) {
            out.write(block);
          }
        });
  }

  /** The same, with its length said before. */
  public Behaviour announced(String piece, long bytes) {
    return counted(
        connection -> {
          byte[] block = piece.repeat(1 << 16).getBytes(UTF_8);
          long blocks = bytes / block.length;
          head(connection, "200 OK", "Content-Length: " + blocks * block.length);
          for (long sent = 0; sent < blocks; sent++) {
            connection.getOutputStream().write(block);
          }
        });
  }

  private Behaviour counted(Behaviour behaviour) {
    return connection -> {
      underWay.incrementAndGet();
      try {
        behaviour.at(connection);
      } finally {
        underWay.decrementAndGet();
      }
    };
  }

  private static void head(Socket connection, String status, String header) throws IOException {
    connection
        .getOutputStream()
        .write(("HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n").getBytes(UTF_8));
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        Thread thread = new Thread(() -> serve(connection), "exchange of hostile Flink");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // It is closed.
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader head =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
      String line = head.readLine();
      while (line != null) {
        String path = line.split(" ", 3)[1].replaceFirst("\\?.*", "");
        for (String header = head.readLine(); header != null && !header.isEmpty(); ) {
          header = head.readLine();
        }
        Behaviour behaviour = behaviours.get(path);
        (behaviour == null ? json("{}") : behaviour).at(connection);
        if (behaviour != null && !path.equals("/overview")) {
          return;
        }
        line = head.readLine();
      }
    } catch (IOException e) {
      // The other side has closed.
      return;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
