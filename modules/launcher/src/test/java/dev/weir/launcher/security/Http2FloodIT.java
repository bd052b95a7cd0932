// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.ClassicClient;
import dev.weir.testing.http2.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames that no client of good will sends. */
@Timeout(60)
class Http2FloodIT {
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** GET / of localhost, by the static table of HPACK. */
  private static final byte[] GET = {
    (byte) 0x82, (byte) 0x86, (byte) 0x84, 0x41, 9, 'l', 'o', 'c', 'a', 'l', 'h', 'o', 's', 't'
  };

  private static InProcess weir;

  @BeforeAll
  static void start() throws Exception {
    weir = InProcess.start(Map.of("weir.http.max-streams", "7", "weir.http.h2c", "true"));
  }

  @AfterAll
  static void stop() {
    weir.close();
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    return new Frame(type, flags, stream, payload).bytes();
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(weir.address().getHost(), weir.address().getPort());
    socket.setSoTimeout(20_000);
    OutputStream out = socket.getOutputStream();
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    out.write(frame(SETTINGS, 0, 0, new byte[0]));
    return socket;
  }

  /** Whether such a frame comes before the server ends the connection. */
  private static boolean nextOf(Socket socket, int type) throws IOException {
    InputStream in = socket.getInputStream();
    try {
      while (true) {
        byte[] head = in.readNBytes(9);
        if (head.length < 9 || head[3] == GOAWAY) {
          return false;
        }
        if (head[3] == type) {
          return true;
        }
        in.skipNBytes(((head[0] & 0xFF) << 16) | ((head[1] & 0xFF) << 8) | (head[2] & 0xFF));
      }
    } catch (java.net.SocketException e) {
      return false;
    }
  }

  private static void serves() {
    assertThat(new ClassicClient(weir.address()).get("/clusters").status()).isEqualTo(200);
  }

  @Test
  void theServerSaysHowManyRequestsThereMayBe() throws IOException {
    try (Socket socket = connect()) {
      byte[] head = socket.getInputStream().readNBytes(9);
      byte[] settings = socket.getInputStream().readNBytes(head[2]);

      assertThat(head[3]).isEqualTo((byte) SETTINGS);
      ByteBuffer values = ByteBuffer.wrap(settings);
      int streams = 0;
      while (values.hasRemaining()) {
        short id = values.getShort();
        int value = values.getInt();
        streams = id == 3 ? value : streams;
      }
      assertThat(streams).isEqualTo(7);
    }
  }

  @Test
  void requestsThatAreTakenBackAtOnceHurtNobody() throws IOException {
    try (Socket socket = connect()) {
      ByteArrayOutputStream frames = new ByteArrayOutputStream();
      for (int stream = 1; stream < 20_000; stream += 2) {
        frames.write(frame(HEADERS, END_STREAM | END_HEADERS, stream, GET));
        frames.write(frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8}));
      }
      Thread sender =
          new Thread(
              () -> {
                try {
                  socket.getOutputStream().write(frames.toByteArray());
                } catch (IOException e) {
                  // The server has had enough.
                  return;
                }
              });
      sender.start();
      serves();
    }
    serves();
  }

  @Test
  void headersWithoutEndEndTheConnection() throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      // A header whose value never ends.
      byte[] more = new byte[8000];
      try {
        out.write(frame(HEADERS, END_STREAM, 1, GET));
        for (int i = 0; i < 2_000; i++) {
          out.write(frame(CONTINUATION, 0, 1, more));
        }
      } catch (IOException e) {
        // So it has.
      }
      assertThat(nextOf(socket, HEADERS)).isFalse();
      serves();
    }
  }

  /** A header of 4,000 bytes in the table, and {@code times} a byte that refers to it. */
  private static byte[] unpacking(int times) {
    byte[] value = "a".repeat(4_000).getBytes(US_ASCII);
    ByteBuffer block = ByteBuffer.allocate(GET.length + 6 + value.length + times).put(GET);
    // Named x, to be kept in the table; the length is 127 + 33 + 30 * 128.
    block.put(new byte[] {0x40, 1, 'x', 0x7F, (byte) (0x80 | 33), 30}).put(value);
    byte[] references = new byte[times];
    Arrays.fill(references, (byte) (0x80 | 62));
    return frame(HEADERS, END_STREAM | END_HEADERS, 1, block.put(references).array());
  }

  /** The bytes of the next frame of that type. */
  private static String payloadOf(Socket socket, int type) throws IOException {
    InputStream in = socket.getInputStream();
    while (true) {
      byte[] head = in.readNBytes(9);
      assertThat(head).hasSize(9);
      int length = ((head[0] & 0xFF) << 16) | ((head[1] & 0xFF) << 8) | (head[2] & 0xFF);
      String payload = new String(in.readNBytes(length), ISO_8859_1);
      if (head[3] == type) {
        return payload;
      }
    }
  }

  @Test
  void headersThatUnpackToFarMoreThanWasSentAreRefusedAndTheConnectionGoesOn() throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(unpacking(200));
      assertThat(payloadOf(socket, HEADERS)).contains("431");
      out.write(frame(HEADERS, END_STREAM | END_HEADERS, 3, GET));
      assertThat(payloadOf(socket, HEADERS)).doesNotContain("431");
    }
    serves();
  }
}
