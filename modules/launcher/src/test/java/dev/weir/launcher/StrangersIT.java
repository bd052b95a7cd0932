// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Multipart;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The runnable jar in little memory, and what strangers do to use it up. Its cluster is one that is
 * not there.
 */
@Timeout(120)
class StrangersIT {
  private static final int IDLE = 10_000;
  private static final int SPARE = 1_000;

  @TempDir private static Path directory;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .jvmOptions("-Xmx96m", "-XX:+ExitOnOutOfMemoryError")
                  .arguments("--cluster", "http://127.0.0.1:1")
                  .arguments("--set", "weir.work-dir=" + directory)
                  .arguments("--set", "weir.upload.max-bytes=20mb")
                  .arguments("--set", "weir.upload.per-minute=0")
                  .arguments("--set", "weir.http.max-connections-per-client=12000"));

  private final ClassicClient client = new ClassicClient(WEIR.baseUri());

  @AfterEach
  void nothingIsLeft() {
    assertThat(WEIR.process().isAlive()).isTrue();
    assertThat(client.get("/clusters").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(directory.resolve("uploads")).isEmptyDirectory());
  }

  private static Socket connect() throws IOException {
    URI base = WEIR.baseUri();
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : 0;
  }

  @Test
  void tenThousandConnectionsThatSayNothingKeepNobodyWaiting() throws IOException {
    assumeTrue(
        openFiles() >= IDLE + SPARE,
        "A process may have too few files open here; ulimit -n says how many");
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE; i++) {
        idle.add(connect());
      }
      for (int i = 0; i < 200; i++) {
        assertThat(client.get("/clusters").status()).isEqualTo(200);
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void anUploadThatSaysItIsHugeIsRefusedAtOnce() {
    Answer answer =
        client.raw(
            "POST",
            "/jars/upload",
            Map.of("Content-Type", Multipart.contentType(), "Content-Length", "" + (20L << 30)),
            new byte[100_000]);

    assertThat(answer.status()).isEqualTo(413);
  }

  /** In the file, and in the line before it that never ends. */
  @ParameterizedTest
  @ValueSource(strings = {"\r\n\r\n", ""})
  void anUploadThatDoesNotSayHowLongItIsEndsWhereItIsTooLarge(String afterHeader)
      throws IOException {
    byte[] chunk = new byte[1 << 20];
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /jars/upload HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                  + Multipart.contentType()
                  + "\r\n\r\n")
              .getBytes(US_ASCII));
      String boundary = Multipart.contentType().replaceFirst(".*boundary=", "");
      byte[] start =
          ("--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.jar\""
                  + afterHeader)
              .getBytes(US_ASCII);
      out.write((Integer.toHexString(start.length) + "\r\n").getBytes(US_ASCII));
      out.write(start);
      int sent = 0;
      try {
        for (; sent < 20_000; sent++) {
          out.write("\r\n100000\r\n".getBytes(US_ASCII));
          out.write(chunk);
        }
      } catch (IOException e) {
        // The server has closed the connection.
      }
      assertThat(sent).isLessThan(1_000);
    }
  }

  @Test
  void aJarThatUnpacksToFarMoreThanItIsIsRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("a/Main.class"));
      for (int i = 0; i < 500; i++) {
        zip.write(zeros);
      }
    }
    Answer answer = client.upload("bomb.jar", bomb.toByteArray());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("unpacks to more than 100 times");
  }

  @Test
  void uploadsThatBreakOffGiveTheirRoomBack() {
    byte[] some = new byte[10_000];
    for (int i = 0; i < 60; i++) {
      client.rawThatBreaksOff(
          "POST",
          "/jars/upload",
          Map.of("Content-Type", Multipart.contentType(), "Content-Length", "" + (20 << 20)),
          some);
    }
    // Of 1 GiB, which 26 of them would have taken, had they kept it.
    assertThat(client.upload("x.jar", new byte[] {1}).status()).isEqualTo(400);
  }
}
