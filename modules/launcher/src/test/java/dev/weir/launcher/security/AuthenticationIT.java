// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static dev.weir.launcher.security.Identities.basic;
import static dev.weir.launcher.security.Identities.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Json;
import dev.weir.testing.contract.AnswerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that are right, wrong, withdrawn, forged, and tried too often. */
@Timeout(120)
class AuthenticationIT {
  /** Nothing is asked of the cluster for it, which is not there. */
  private static final String ADDRESS = "/clusters";

  @TempDir private Path directory;
  private OidcProvider provider;
  private Identities identities;
  private InProcess server;
  private ClassicClient client;

  @BeforeEach
  void start() throws Exception {
    provider = new OidcProvider();
    identities = new Identities(directory);
    Map<String, String> settings = new HashMap<>();
    settings.put("weir.security.basic.file", identities.passwords(List.of("alice")).toString());
    settings.put("weir.security.token.file", identities.tokens(List.of("ci")).toString());
    settings.put("weir.security.oidc.issuer", provider.issuer());
    settings.put("weir.security.oidc.audience", "weir");
    settings.put("weir.security.oidc.clock-skew", "10 s");
    settings.put("weir.security.oidc.keys-retry", "100 ms");
    settings.put("weir.security.failures.free", "3");
    settings.put("weir.http.trusted-proxies", "127.0.0.1");
    settings.put("weir.audit.file", directory.resolve("audit.log").toString());
    settings.put("weir.audit.denials-per-minute", "16");
    server = InProcess.start(settings);
    client = new ClassicClient(server.address(), AnswerContract.checkedIn());
  }

  @AfterEach
  void stop() {
    server.close();
    provider.close();
  }

  private Answer get(Map<String, String> headers) {
    return client.send("GET", ADDRESS, headers);
  }

  private int status(String token) {
    return get(bearer(token)).status();
  }

  private String refused(String token) {
    Answer answer = get(bearer(token));
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    return answer.json().path("detail").asText();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30));
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  @Test
  void tokensOfTheProviderAreHeldToWhatTheySay() throws Exception {
    assertThat(status(provider.token(claims -> claims))).isEqualTo(200);
    assertThat(status(provider.token(claims -> claims.expirationTime(in(-5))))).isEqualTo(200);
    assertThat(refused(provider.token(claims -> claims.expirationTime(in(-30)))))
        .isEqualTo("The token is refused: Expired JWT.");
    assertThat(refused(provider.token(claims -> claims.notBeforeTime(in(60)))))
        .isEqualTo("The token is refused: JWT before use time.");
    assertThat(refused(provider.token(claims -> claims.audience("other")))).contains("aud");
    assertThat(refused(provider.token(claims -> claims.audience((String) null)))).contains("aud");
    assertThat(refused(provider.token(claims -> claims.issuer("http://evil")))).contains("iss");
    assertThat(refused(provider.token(claims -> claims.expirationTime(null)))).contains("exp");
  }

  @Test
  void forgedTokensAreRefused() throws Exception {
    RSAKey key = provider.key();
    var claims = provider.claims("alice", "any").build();
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
    confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    String other = OidcProvider.token(new RSAKeyGenerator(2048).keyID("x").generate(), claims);
    String sameId =
        OidcProvider.token(new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(), claims);
    String right = OidcProvider.token(key, claims);
    String[] parts = right.split("\\.", -1);

    assertThat(refused(new PlainJWT(claims).serialize())).contains("nor a signed JWT");
    assertThat(refused(confused.serialize()))
        .isEqualTo("The token is signed with HS256, which is not accepted.");
    assertThat(refused(other)).startsWith("The token is refused: ");
    assertThat(refused(sameId))
        .isEqualTo("The token is refused: Signed JWT rejected: Invalid signature.");
    assertThat(refused(parts[0] + "." + parts[1] + ".")).isNotEmpty();
    assertThat(refused("a.b.c")).contains("nor a signed JWT");
    assertThat(status(right)).isEqualTo(200);
  }

  @Test
  void aNewKeyOfTheProviderIsFetchedAndTheOldOneForgotten() throws Exception {
    String old = provider.token("alice", "any");
    assertThat(status(old)).isEqualTo(200);
    String oldAndUnseen = provider.token("alice", "any");

    provider.rotate();

    soon().until(() -> status(provider.token("alice", "any")) == 200);
    assertThat(refused(oldAndUnseen)).isNotEmpty();
  }

  @Test
  void tokensWithUnknownKeysDoNotMakeUsAskTheProviderEachTime() throws Exception {
    assertThat(status(provider.token("alice", "any"))).isEqualTo(200);
    int before = provider.requests();
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
    long began = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      refused(OidcProvider.token(unknown, provider.claims("a" + i, "any").build()));
    }

    // Twice in each 100 ms, two documents each time.
    long allowed = 1 + Duration.ofNanos(System.nanoTime() - began).toMillis() / 100;
    assertThat(provider.requests() - before).isLessThanOrEqualTo((int) (4 * (1 + allowed)));
  }

  @Test
  void aProviderThatIsAwayIs503AndNotTheClientsFault() throws Exception {
    provider.away(true);

    Answer answer = get(bearer(provider.token("alice", "any")));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).contains("1");
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("The OpenID provider does not answer; its tokens cannot be verified.");
    assertThat(get(basic("alice", "alicealice")).status()).isEqualTo(200);
    provider.away(false);

    soon().until(() -> status(provider.token("alice", "any")) == 200);
  }

  @Test
  void filesThatChangeCountAtOnceAndBrokenOnesNotAtAll() throws Exception {
    String old = identities.token("ci");
    assertThat(status(old)).isEqualTo(200);
    assertThat(get(basic("alice", "alicealice")).status()).isEqualTo(200);

    identities.tokens(List.of("ci", "new"));
    identities.write("htpasswd", "alice:" + Identities.hash("changed"));
    soon().until(() -> status(identities.token("new")) == 200);
    assertThat(status(old)).isEqualTo(401);
    soon().until(() -> get(basic("alice", "changed")).status() == 200);
    assertThat(get(basic("alice", "alicealice")).status()).isIn(401, 429);

    identities.write("tokens", "broken");
    identities.write("htpasswd", "bob:" + Identities.hash("bob"));
    soon().until(() -> get(basic("bob", "bob")).status() == 200);
    assertThat(status(identities.token("new"))).isEqualTo(200);
  }

  @Test
  void whoFailsTooOftenHasToWaitAndNobodyElse() {
    Map<String, String> wrong = new HashMap<>(basic("alice", "wrong"));
    for (int i = 0; i < 4; i++) {
      assertThat(get(basic("alice", "wrong" + i)).status()).isEqualTo(401);
    }

    Answer answer = get(wrong);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Long.parseLong(answer.header("Retry-After").orElseThrow())).isBetween(1L, 300L);
    assertThat(answer.json().path("detail").asText()).startsWith("Too many attempts have failed;");
    Map<String, String> elsewhere = new HashMap<>(basic("alice", "alicealice"));
    elsewhere.put("X-Forwarded-For", "192.0.2.7");
    assertThat(get(elsewhere).status()).isEqualTo(200);
    assertThat(get(basic("bob", "wrong")).status()).isEqualTo(401);
    // Once known, the same credentials do not wait, wherever they come from.
    assertThat(get(basic("alice", "alicealice")).status()).isEqualTo(200);
  }

  @Test
  void loginsThatFailAreWrittenDownWithoutWhatWasShown() throws IOException {
    get(Map.of());
    get(basic("alice", "hunter2"));
    get(bearer("weir_hunter2"));
    get(Map.of("Authorization", "hunter2"));
    client.send("DELETE", "/jobs/%032x/cancel".formatted(1), Map.of());
    get(basic("alice", "alicealice"));

    assertThat(audit())
        .extracting(line -> line.path("path").asText() + " " + line.path("claimed").asText())
        .containsExactly(
            "/clusters alice", "/clusters ", "/clusters ", "/jobs/%032x/cancel ".formatted(1));
    assertThat(audit())
        .allSatisfy(
            line -> {
              assertThat(line.path("event").asText()).isEqualTo("denied");
              assertThat(line.path("status").asInt()).isEqualTo(401);
              assertThat(line.toString()).doesNotContain("hunter2");
            });
  }

  @Test
  void aStrangerFillsNoLog() throws IOException {
    for (int i = 0; i < 50; i++) {
      get(basic("u" + i, "wrong"));
    }

    assertThat(audit()).hasSize(4);
  }

  private List<JsonNode> audit() throws IOException {
    return Files.readAllLines(directory.resolve("audit.log")).stream().map(Json::parse).toList();
  }

  @Test
  void manyAtOnceAreAllAnswered() {
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(() -> get(basic("alice", "alicealice")).status()))
            .toList();
    List<CompletableFuture<Integer>> strangers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> get(Map.of()).status()))
            .limit(60)
            .toList();

    assertThat(answers).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
    assertThat(strangers).allSatisfy(one -> assertThat(one.join()).isEqualTo(401));
  }

  @Test
  void anUploadOfAStrangerIsRefusedWithoutItsBody() {
    Answer answer = client.upload("x.jar", new byte[1 << 20]);

    assertThat(answer.status()).isEqualTo(401);
  }
}
