// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weir.testing.RecordingFlink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, with pages of this server and pages of others. */
@Timeout(120)
class BrowserIT {
  private static final String JOB = "0123456789abcdef0123456789abcdef";

  /** Tries each way in which a page can ask another site for something. */
  private static final String ATTACK =
      """
      <!DOCTYPE html><title>trying</title><div id="done">no</div><pre id="read"></pre>
      <iframe name="hidden"></iframe>
      <script>
        const weir = '%s', job = '/jobs/%s';
        const form = () => {
          const data = new FormData();
          data.append('jarfile', new File([Uint8Array.from(atob('%s'), c => c.charCodeAt(0))], 'a.jar'));
          return data;
        };
        const image = (path) => new Promise((end) => {
          const one = new Image();
          one.onload = one.onerror = end;
          one.src = weir + path;
        });
        const submitted = () => new Promise((end) => {
          const frame = document.querySelector('iframe');
          frame.onload = end;
          const one = document.createElement('form');
          one.method = 'post';
          one.target = 'hidden';
          one.action = weir + job + '/cancel';
          document.body.append(one);
          one.submit();
        });
        const read = fetch(weir + '/clusters').then((answer) => answer.text())
          .then((text) => document.getElementById('read').textContent = text);
        const cancel = fetch(weir + job + '/cancel', { method: 'DELETE' });
        Promise.allSettled([
          read, cancel,
          fetch(weir + '/jars/upload', { method: 'POST', body: form() }),
          fetch(weir + '/jars/upload', { method: 'POST', body: form(), mode: 'no-cors' }),
          fetch(weir + job + '/yarn-cancel', { mode: 'no-cors' }),
          image(job + '/yarn-cancel'), image(job + '/yarn-stop'), submitted(),
        ]).then(() => document.getElementById('done').textContent = 'all tried');
      </script>
      """;

  @TempDir private static Path directory;

  private RecordingFlink flink;
  private HttpServer others;

  @BeforeEach
  void open() throws IOException {
    flink = new RecordingFlink();
    others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @AfterEach
  void close() {
    others.stop(0);
    flink.close();
  }

  private InProcess weir(String... more) throws Exception {
    Map<String, String> settings = new java.util.HashMap<>();
    settings.put("weir.cluster", flink.address().toString());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return InProcess.start(settings);
  }

  /** The origin of pages of somebody else. */
  private String attackOn(URI weir) throws IOException {
    String page = ATTACK.formatted(weir, JOB, Jars.base64());
    others.createContext("/", exchange -> send(exchange, page));
    others.start();
    return "http://localhost:" + others.getAddress().getPort();
  }

  private static void send(HttpExchange exchange, String page) throws IOException {
    byte[] body = page.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void aPageOfAnotherOriginReadsAndChangesNothing() throws Exception {
    Chromium browser = Chromium.installed(directory);
    try (InProcess weir = weir()) {
      Chromium.Page page = browser.open(attackOn(weir.address()));

      assertThat(page.document()).as(page.log()).contains("all tried");
      assertThat(page.document()).doesNotContain("unhealthy", "healthy", "\"clusters\"");
      assertThat(flink.changes()).isEmpty();
    }
  }

  /** What shows that the test above would notice. */
  @Test
  void aPageOfAnOriginThatIsAllowedMayDoAllThat() throws Exception {
    Chromium browser = Chromium.installed(directory);
    String origin = "http://localhost:" + others.getAddress().getPort();
    try (InProcess weir = weir("weir.cors.allow-origin", "https://a.example, " + origin)) {
      Chromium.Page page = browser.open(attackOn(weir.address()));

      assertThat(page.document()).as(page.log()).contains("all tried", "\"clusters\"");
      assertThat(flink.changes()).contains("PATCH /jobs/" + JOB, "POST /jars/upload");
    }
  }

  @Test
  void anotherNameForThisMachineOpensNothing() throws Exception {
    Chromium browser = Chromium.installed(directory);
    try (InProcess weir = weir()) {
      String rebound = "--host-resolver-rules=MAP evil.example 127.0.0.1";
      String path = ":" + weir.address().getPort() + "/clusters";

      assertThat(browser.open("http://evil.example" + path, rebound).document())
          .contains("This server is not called evil.example")
          .doesNotContain("\"clusters\"");
      assertThat(browser.open("http://localhost" + path, rebound).document())
          .contains("\"clusters\"");
    }
  }

  @Test
  void theServersOwnPagesKeepToTheirPolicy() throws Exception {
    Chromium browser = Chromium.installed(directory);
    try (InProcess weir = weir()) {
      Chromium.Page api = browser.open(weir.address() + "/openapi/");
      Chromium.Page start = browser.open(weir.address() + "/");

      assertThat(api.document()).as(api.log()).contains("opblock-tag-section");
      assertThat(start.document()).contains("<h1>Weir</h1>");
      assertThat(api.log() + start.log()).doesNotContain("Content Security Policy");
    }
  }
}
