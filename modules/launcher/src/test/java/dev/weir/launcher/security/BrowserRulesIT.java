// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to browsers, line by line. */
@Timeout(60)
class BrowserRulesIT {
  private static final String CANCEL = "/jobs/0123456789abcdef0123456789abcdef/cancel";
  private static InProcess weir;
  private static ClassicClient client;

  @BeforeAll
  static void start() throws Exception {
    weir =
        InProcess.start(
            Map.of(
                "weir.cors.allow-origin",
                "https://one.example, https://two.example",
                "weir.http.hosts",
                "weir.example.org"));
    client = new ClassicClient(weir.address());
  }

  @AfterAll
  static void stop() {
    weir.close();
  }

  private static Answer preflight(ClassicClient client, String origin, String headers) {
    return client.send(
        "OPTIONS",
        CANCEL,
        Map.of(
            "Origin",
            origin,
            "Access-Control-Request-Method",
            "DELETE",
            "Access-Control-Request-Headers",
            headers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1",
        "127.0.0.1",
        "10.1.2.3:8081",
        "[::1]:8081",
        "weir.example.org",
        "weir.example.org.:80"
      })
  void namesOfTheServerAreServed(String host) {
    assertThat(client.send("GET", "/clusters", Map.of("Host", host)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil:80"})
  void otherNamesAreRefusedForReadsToo(String host) {
    Answer answer = client.send("GET", "/clusters", Map.of("Host", host));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo(
            "This server is not called %s; weir.http.hosts lists the names that it is called by.",
            host.replaceFirst(":.*", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:x", "localhost:99999", "localhost:-1", "[::1", "[x]:1", "a b", "a:1:2"})
  void aHostThatIsNoneIsTheClientsFault(String host) {
    assertThat(client.send("GET", "/clusters", Map.of("Host", host)).status()).isEqualTo(400);
  }

  @Test
  void anOriginOfTheListIsAllowedToAskForWhatThereIs() {
    Answer answer =
        preflight(client, "https://two.example", "authorization, x-other, content-type");

    assertThat(answer.header("Access-Control-Allow-Origin")).contains("https://two.example");
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .hasValueSatisfying(
            methods -> assertThat(methods).contains("DELETE").doesNotContain("PUT"));
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("authorization, content-type");
    assertThat(answer.header("Access-Control-Max-Age")).contains("600");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://three.example", "http://one.example", "https://one.example:444", "null"})
  void anotherOriginIsAllowedNothing(String origin) {
    Answer answer = preflight(client, origin, "authorization");

    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  void aStarIsForReadingOnly() throws Exception {
    try (InProcess open = InProcess.start(Map.of("weir.cors.allow-origin", "*"))) {
      ClassicClient reader = new ClassicClient(open.address());
      Answer answer = preflight(reader, "https://three.example", "authorization");

      assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
      assertThat(answer.header("Access-Control-Allow-Methods"))
          .hasValueSatisfying(methods -> assertThat(methods).doesNotContain("DELETE", "POST"));
      assertThat(reader.send("DELETE", CANCEL, Map.of("Origin", "https://three.example")).status())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://three.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Origin, https://one.example, 503",
    "Sec-Fetch-Site, same-origin, 503",
    "Sec-Fetch-Site, none, 503"
  })
  void changesAreForPagesOfOursAndOfThoseAllowed(String header, String value, int status) {
    String byGet = CANCEL.replace("cancel", "yarn-cancel");
    assertThat(client.send("DELETE", CANCEL, Map.of(header, value)).status()).isEqualTo(status);
    assertThat(client.send("GET", byGet, Map.of(header, value)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/openapi/", "/openapi/page.js", "/clusters", "/nosuch", "/overview"})
  void everyAnswerSaysHowItIsToBeTaken(String path) {
    Answer answer = client.get(path);

    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
    assertThat(answer.header("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
  }
}
