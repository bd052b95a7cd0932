// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.RecordingFlink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests hidden in others, by every way that is public: straight to the server, and through
 * proxies that share their connections. What is hidden would cancel a job, which a cluster would
 * see; and whoever asks next gets the answer to what he has asked, or none.
 */
@Timeout(300)
class SmugglingIT {
  private static final String JOB = "ac2263e1d33806c38630a44927ce705c";
  private static final String HIDDEN =
      "DELETE /jobs/" + JOB + "/cancel HTTP/1.1\r\nHost: localhost\r\nX: ";

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  @TempDir private static Path nginxDirectory;
  @TempDir private static Path haproxyDirectory;
  private static RecordingFlink flink;
  private static InProcess weir;

  @BeforeAll
  static void start() throws Exception {
    flink = new RecordingFlink();
    weir = InProcess.start(Map.of("weir.cluster", flink.address().toString()));
  }

  @AfterAll
  static void stop() {
    weir.close();
    flink.close();
  }

  private static int port() {
    return weir.address().getPort();
  }

  /** Ways to have a server and whatever is before it disagree on where a body ends. */
  private static Map<String, String> attacks() {
    Map<String, String> attacks = new LinkedHashMap<>();
    String chunks = "0\r\n\r\n" + HIDDEN;
    List<String> codings =
        List.of(
            "Transfer-Encoding: chunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding:\u000bchunked",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding\r\n: chunked",
            "X: y\rTransfer-Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked",
            " Transfer-Encoding: chunked",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: 'chunked'",
            "Transfer-Encoding: chunked\u0000",
            "Transfer-Encoding\u0000: chunked",
            "Transfer-Encoding: chunked;q=1",
            "transfer-encoding: CHUNKED",
            "Transfer_Encoding: chunked",
            "Content-Encoding: chunked");
    for (String coding : codings) {
      attacks.put(
          "CL.TE by " + coding,
          post("Content-Length: " + chunks.length() + "\r\n" + coding) + chunks);
      String body = Integer.toHexString(HIDDEN.length()) + "\r\n" + HIDDEN + "\r\n0\r\n\r\n";
      attacks.put(
          "TE.CL by " + coding,
          post(coding + "\r\nContent-Length: " + (body.indexOf("\r\n") + 2)) + body);
    }
    for (String length :
        List.of(
            "Content-Length: 0\r\nContent-Length: 200",
            "Content-Length: 200\r\nContent-Length: 0",
            "Content-Length: 0, 200",
            "Content-Length: +0",
            "Content-Length: -0",
            "Content-Length: 0x0",
            "Content-Length : 0",
            "Content-Length: 0\u000b",
            "Content-Length: 0 0",
            "Content-Length: 00000000000000000000000",
            "Content-Length:",
            "Content_Length: 200")) {
      attacks.put("CL by " + length, post(length) + HIDDEN);
    }
    for (String method : List.of("GET", "HEAD", "OPTIONS", "DELETE", "TRACE", "CONNECT", "PATCH")) {
      attacks.put(
          "CL.0 by " + method,
          method
              + " /clusters HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + HIDDEN.length()
              + "\r\n\r\n"
              + HIDDEN);
      attacks.put(
          "TE.0 by " + method,
          method
              + " /clusters HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(HIDDEN.length())
              + "\r\n"
              + HIDDEN
              + "\r\n0\r\n\r\n");
    }
    for (String chunk :
        List.of(
            "5;\nx\r\nabcde\r\n",
            "5\nabcde\n",
            "+5\r\nabcde\r\n",
            "0x5\r\nabcde\r\n",
            "5 \r\nabcde\r\n",
            "00000000000000005\r\nabcde\r\n",
            "ffffffffffffffff5\r\nabcde\r\n",
            "5\r\nabcdeXX",
            "5\r\nabcde\n",
            "-1\r\n",
            "\r\n")) {
      attacks.put(
          "chunk " + chunk, post("Transfer-Encoding: chunked") + chunk + "0\r\n\r\n" + HIDDEN);
    }
    attacks.put(
        "trailers",
        post("Transfer-Encoding: chunked")
            + "0\r\nContent-Length: 100\r\nHost: other\r\nTransfer-Encoding: chunked\r\n\r\n"
            + HIDDEN);
    attacks.put(
        "absolute", "GET http://other/clusters HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN);
    attacks.put("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: x\r\n\r\n" + HIDDEN);
    attacks.put("no colon", "GET / HTTP/1.1\r\nHost: localhost\r\nGET /x\r\n\r\n" + HIDDEN);
    attacks.put("HTTP/0.9", "GET /clusters\r\n\r\n" + HIDDEN);
    attacks.put(
        "upgrade",
        "GET /clusters HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABk\r\nContent-Length: "
            + HIDDEN.length()
            + "\r\n\r\n"
            + HIDDEN);
    return attacks;
  }

  private static String post(String headers) {
    return "POST /clusters HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n";
  }

  static Stream<String> names() {
    return attacks().keySet().stream();
  }

  /** All that comes until the server closes, or has nothing more to say for a moment. */
  private static String exchange(int port, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return everything(socket);
    }
  }

  private static String everything(Socket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      InputStream in = socket.getInputStream();
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        all.write(part, 0, length);
        socket.setSoTimeout(100);
      }
    } catch (SocketTimeoutException | SocketException e) {
      // Nothing more, for now or for ever.
      return all.toString(ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all.toString(ISO_8859_1);
  }

  private static List<String> statuses(String answers) {
    List<String> statuses = new ArrayList<>();
    Matcher status = STATUS.matcher(answers);
    while (status.find()) {
      statuses.add(status.group(1));
    }
    return statuses;
  }

  /** Each asks for something that no other does, and that the answer names. */
  private static void othersGetTheirAnswers(int port, String attack) throws IOException {
    for (int i = 0; i < 3; i++) {
      String path = "/victim-" + i + "-" + Integer.toHexString(attack.hashCode());
      String answer =
          exchange(
              port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer)
          .as(attack)
          .satisfiesAnyOf(
              whole -> assertThat(whole).startsWith("HTTP/1.1 404").contains(path),
              whole -> assertThat(whole).startsWith("HTTP/1.1 502"),
              whole -> assertThat(whole).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingIsHiddenFromAServerThatIsAskedDirectly(String name) throws IOException {
    String attack = attacks().get(name);
    String victim = "y\r\n\r\nGET /victim HTTP/1.1\r\nHost: localhost\r\n\r\n";

    flink.changes().clear();
    String answers = exchange(port(), attack + victim);
    List<String> statuses = statuses(answers);

    // One request, and what follows where all agree that it has ended; nothing after a close.
    assertThat(statuses).as(name).hasSizeBetween(1, 3);
    int closes = answers.indexOf("Connection: close");
    if (closes >= 0) {
      assertThat(statuses(answers.substring(closes))).as(name).isEmpty();
    }
    if (closes >= 0 && closes < answers.indexOf("\r\n\r\n")) {
      assertThat(flink.changes()).as(name).isEmpty();
    }
    othersGetTheirAnswers(port(), name);
  }

  @Test
  void nothingIsHiddenBehindNginx() throws IOException {
    try (Proxy nginx = Proxy.nginx(port(), nginxDirectory)) {
      nothingIsHiddenBehind(nginx);
    }
  }

  @Test
  void nothingIsHiddenBehindHaproxy() throws IOException {
    try (Proxy haproxy = Proxy.haproxy(port(), haproxyDirectory)) {
      nothingIsHiddenBehind(haproxy);
    }
  }

  private static void nothingIsHiddenBehind(Proxy proxy) throws IOException {
    flink.changes().clear();
    for (Map.Entry<String, String> attack : attacks().entrySet()) {
      exchange(proxy.port(), attack.getValue());
      othersGetTheirAnswers(proxy.port(), attack.getKey());
      assertThat(flink.changes()).as(attack.getKey()).isEmpty();
    }
  }
}
