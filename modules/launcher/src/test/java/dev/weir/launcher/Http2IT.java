// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.CountingFlink;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.WeirProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a client relies on that speaks HTTP/2, which it chooses by ALPN. */
@Timeout(120)
class Http2IT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int STREAMS = 50;
  private static final int JOBS = 20;

  @TempDir private static Path directory;

  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = new CountingFlink();

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR = new RunningWeir(Http2IT::launch);

  private static HttpClient client;

  private static WeirLaunch launch() {
    try {
      Certificates certificates = new Certificates(directory);
      certificates.make("weir");
      certificates.trust("weir");
      return WeirProcess.launch()
          .arguments("--cluster", FLINK.address().toString())
          .arguments("--set", "weir.tls.certificate=" + directory.resolve("weir.pem"))
          .arguments("--set", "weir.tls.key=" + directory.resolve("weir-key.pem"))
          .arguments("--set", "weir.refresh-interval=1 h")
          .arguments("--set", "weir.max-staleness=2 h")
          .arguments("--set", "weir.submit.enabled=true")
          .arguments("--set", "weir.upload.per-minute=0");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void connect() throws Exception {
    client =
        HttpClient.newBuilder()
            .sslContext(Certificates.client(directory.resolve("weir-trusted.p12"), null))
            .build();
    IntStream.range(0, JOBS)
        .forEach(
            i ->
                FLINK.answers(
                    "/jobs/" + id(i),
                    """
                    {"jid":"%s","name":"job %d","state":"RUNNING","start-time":1,"end-time":-1,"duration":2,
                    "now":3,"timestamps":{"RUNNING":1},"vertices":[],"status-counts":{},
                    "plan":{"jid":"%1$s","name":"job %2$d","nodes":[]}}"""
                        .formatted(id(i), i)));
  }

  @AfterAll
  static void logHasNothingUnusual() {
    assertThat(WEIR.process().output()).doesNotContain("Exception");
  }

  private static String id(int job) {
    return "%032x".formatted(job);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(WEIR.baseUri().resolve(path)).timeout(DEADLINE);
  }

  private static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  @Test
  void concurrentStreamsOfOneConnectionAreEachAnsweredWithTheirDocument() {
    for (int round = 0; round < 10; round++) {
      List<CompletableFuture<HttpResponse<String>>> streams =
          IntStream.range(0, STREAMS)
              .mapToObj(i -> send(request("/jobs/" + id(i % JOBS))))
              .toList();
      for (int i = 0; i < STREAMS; i++) {
        HttpResponse<String> answer = streams.get(i).join();
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"job " + i % JOBS + "\"");
      }
    }
  }

  @Test
  void answersLargerThanTheWindowsArriveWhole() {
    String whole = send(request("/openapi.json")).join().body();
    List<CompletableFuture<HttpResponse<String>>> streams =
        IntStream.range(0, STREAMS).mapToObj(i -> send(request("/openapi.json"))).toList();

    assertThat(whole).hasSizeGreaterThan(128 << 10).endsWith("}");
    assertThat(streams).allSatisfy(stream -> assertThat(stream.join().body()).isEqualTo(whole));
  }

  @Test
  void bodiesOfManyWindowsAreReadAndTheirConnectionGoesOn() throws IOException {
    byte[] form = form(jar(1 << 20));
    FLINK.answers(
        "/jars/upload",
        "{\"filename\":\"/x/00000000-0000-0000-0000-000000000000_a.jar\",\"status\":\"success\"}");
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> answer = send(upload(form).expectContinue(i % 2 == 0)).join();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static HttpRequest.Builder upload(byte[] form) {
    return request("/jars/upload")
        .header("Content-Type", "multipart/form-data; boundary=xyz")
        .POST(BodyPublishers.ofByteArray(form));
  }

  private static byte[] jar(int bytes) throws IOException {
    byte[] noise = new byte[bytes];
    new Random(1).nextBytes(noise);
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(jar, new Manifest())) {
      out.putNextEntry(new ZipEntry("noise"));
      out.write(noise);
    }
    return jar.toByteArray();
  }

  private static byte[] form(byte[] jar) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        """
        --xyz\r
        Content-Disposition: form-data; name="jarfile"; filename="a.jar"\r
        Content-Type: application/x-java-archive\r
        \r
        """
            .replace("\r\n", "\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    form.write(jar);
    form.write("\r\n--xyz--\r\n".getBytes(StandardCharsets.US_ASCII));
    return form.toByteArray();
  }

  @Test
  void aBodyThatIsRefusedIsNotReadAndTheConnectionGoesOn() throws IOException {
    Path large = Files.write(directory.resolve("large"), new byte[8 << 20]);
    HttpResponse<String> answer = send(request("/jobs").POST(BodyPublishers.ofFile(large))).join();

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(send(request("/clusters")).join().statusCode()).isEqualTo(200);
  }
}
