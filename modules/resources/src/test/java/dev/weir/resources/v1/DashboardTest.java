// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weir.flink.ClusterException;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the dashboard as they are sent, and what is no file of it. */
class DashboardTest {
  private static final String LASTING = "main.a877f62051d76ab2.js";
  private static final byte[] SCRIPT = "let a = 1;\n".repeat(200).getBytes(UTF_8);

  @TempDir private Path directory;

  private final AtomicInteger opened = new AtomicInteger();

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(directory.resolve("index.html"), "<link rel=\"manifest\" href=\"m.json\">");
    Files.write(directory.resolve(LASTING), SCRIPT);
    Files.createDirectories(directory.resolve("assets/vs"));
    Files.write(directory.resolve("assets/vs/loader.js"), SCRIPT);
    Files.write(directory.resolve("secret.key"), SCRIPT);
  }

  private Dashboard dashboard(boolean enabled) {
    DashboardFiles files =
        () -> {
          if (opened.getAndIncrement() == 0) {
            throw new IOException("not yet");
          }
          return directory;
        };
    return new Dashboard(new V1Options(false, enabled), Optional.of(files), Runnable::run);
  }

  private Dashboard open() {
    Dashboard dashboard = dashboard(true);
    assertThat(catchThrowable(() -> dashboard.file("").join())).hasMessageContaining("not yet");
    return dashboard;
  }

  private static Response answer(
      Dashboard dashboard, String path, @Nullable String encoding, @Nullable String tag) {
    return dashboard.file(path).join().answer(encoding, tag);
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html;charset=UTF-8, no-cache",
    "index.html, text/html;charset=UTF-8, no-cache",
    "assets/vs/loader.js, text/javascript;charset=UTF-8, no-cache",
    "main.a877f62051d76ab2.js, text/javascript;charset=UTF-8, 'private, max-age=31536000, immutable'"
  })
  void eachHasItsTypeAndANameThatChangesWithTheContentLasts(
      String path, String type, String caching) {
    Response answer = answer(open(), path, null, null);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getMediaType()).hasToString(type);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo(caching);
    assertThat(answer.getHeaderString("Content-Security-Policy")).doesNotContain("unsafe-eval");
  }

  @Test
  void gzipIsForThoseWhoTakeItAndHasATagOfItsOwn() throws IOException {
    Dashboard dashboard = open();
    Response plain = answer(dashboard, LASTING, "gzip;q=0", null);
    Response gzip = answer(dashboard, LASTING, "br, gzip", null);

    assertThat((byte[]) plain.getEntity()).isEqualTo(SCRIPT);
    assertThat(plain.getHeaderString("Content-Encoding")).isNull();
    assertThat(gzip.getHeaderString("Content-Encoding")).isEqualTo("gzip");
    assertThat(unzipped((byte[]) gzip.getEntity())).isEqualTo(SCRIPT);
    assertThat(gzip.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
    String tag = gzip.getHeaderString("ETag");
    assertThat(answer(dashboard, LASTING, "gzip", tag).getStatus()).isEqualTo(304);
    assertThat(answer(dashboard, LASTING, null, tag).getStatus()).isEqualTo(200);
    assertThat(answer(dashboard, "", "gzip", null).getHeaderString("Content-Encoding")).isNull();
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  /** Without credentials, a browser would report a 401 for each page. */
  @Test
  void theManifestIsAskedForWithCredentials() {
    assertThat((byte[]) answer(open(), "", null, null).getEntity())
        .asString(UTF_8)
        .isEqualTo("<link rel=\"manifest\" crossorigin=\"use-credentials\" href=\"m.json\">");
  }

  /** The first attempt fails, the second reader's does not, and no other is made. */
  @Test
  void theFilesAreOpenedOnce() {
    Dashboard dashboard = open();

    assertThat(dashboard.file("").join()).isSameAs(dashboard.file("index.html").join());
    assertThat(opened).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"nothing.js", "secret.key", "../index.html", "assets/vs", "assets//vs/loader.js"})
  void whatIsNoFileIsNotFound(String path) {
    assertThat(refusal(open(), path)).isEqualTo("Flink's API has nothing at /v1/" + path + ".");
  }

  @Test
  void aServerWithoutADashboardSaysWhy() {
    assertThat(dashboard(true).isThere()).isTrue();
    assertThat(dashboard(false).isThere()).isFalse();
    assertThat(refusal(dashboard(false), ""))
        .isEqualTo("This server shows no dashboard of Flink: weir.v1.dashboard is false.");
    Dashboard none = new Dashboard(new V1Options(false, true), Optional.empty(), Runnable::run);
    assertThat(none.isThere()).isFalse();
    assertThat(refusal(none, ""))
        .isEqualTo(
            "This server has no dashboard of Flink: its files come with the embedded Flink in"
                + " weir.jar.");
    assertThat(opened).hasValue(0);
  }

  private static String refusal(Dashboard dashboard, String path) {
    Throwable thrown = catchThrowable(() -> dashboard.file(path).join());
    Throwable cause =
        thrown instanceof CompletionException ? ClusterException.unwrap(thrown) : thrown;
    assertThat(cause).isInstanceOf(ProblemException.class);
    return cause.getMessage();
  }
}
