// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients do with a connection that no client library lets them do. */
@Timeout(120)
class ConnectionsIT {
  private static final int MANY = 2000;

  @RegisterExtension private static final RunningWeir WEIR = new RunningWeir(WeirProcess.launch());

  /** Sends all requests before it reads, and reads until the server has closed. */
  private static String pipelined(int count, IntFunction<String> path) throws IOException {
    URI base = WEIR.baseUri();
    String requests =
        IntStream.range(0, count)
            .mapToObj(i -> "GET " + path.apply(i) + " HTTP/1.1\r\nHost: localhost\r\n")
            .collect(Collectors.joining("\r\n"));
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(60_000);
      Thread sender = new Thread(() -> send(socket, requests + "Connection: close\r\n\r\n"));
      sender.start();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), US_ASCII);
    }
  }

  private static void send(Socket socket, String requests) {
    try {
      socket.getOutputStream().write(requests.getBytes(US_ASCII));
    } catch (IOException e) {
      // The reader finds out.
      return;
    }
  }

  private static long count(String text, String part) {
    return text.split(part, -1).length - 1L;
  }

  @Test
  void pipelinedReadsAreAllAnswered() throws IOException {
    assertThat(count(pipelined(MANY, i -> "/overview?" + i), "HTTP/1.1 200 OK")).isEqualTo(MANY);
  }

  @Test
  void pipelinedReadsThatWaitForTheClusterAreAnsweredInOrder() throws IOException {
    String answers = pipelined(100, "/jobs/%032x"::formatted);

    assertThat(count(answers, "HTTP/1.1 404 Not Found")).isEqualTo(100);
    assertThat(answers.indexOf("%032x".formatted(41)))
        .isPositive()
        .isLessThan(answers.indexOf("%032x".formatted(42)));
  }

  @Test
  void readsThatWaitForTheClusterGoOverOneConnectionOneAfterTheOther() {
    ClassicClient client = new ClassicClient(WEIR.baseUri());

    for (int i = 0; i < MANY; i++) {
      assertThat(client.get("/jobs/%032x/exceptions".formatted(i)).status()).isEqualTo(404);
    }
  }
}
