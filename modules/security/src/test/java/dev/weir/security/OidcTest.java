package dev.weir.security;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.weir.security.AuthenticationException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When keys are asked for, and how long anything counts, by clocks that the test moves. */
class OidcTest {
  private static final String ISSUER = "https://id.example.org/realm";
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final AtomicLong nanos = new AtomicLong(7);
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final List<URI> asked = new ArrayList<>();
  private final List<ECKey> published = new ArrayList<>();
  private final Workers workers = new Workers(1, 10, Thread::new);
  private boolean down;
  private OidcAuthentication oidc;

  @BeforeEach
  void publish() throws Exception {
    published.add(key("one"));
    OidcOptions options =
        new OidcOptions(
            URI.create(ISSUER),
            Set.of("weir"),
            Set.of(ES256.getName(), RS256.getName()),
            "sub",
            "realm_access.roles",
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            RETRY);
    oidc =
        new OidcAuthentication(
            options,
            new OidcKeys(options, this::document, nanos::get),
            Duration.ofNanos(1),
            new Attempts(new Failures(1000, Duration.ofSeconds(1), 10, nanos::get)),
            workers,
            () -> now);
  }

  @AfterEach
  void stop() {
    workers.close();
  }

  private static ECKey key(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  private CompletableFuture<String> document(URI address) {
    asked.add(address);
    if (down) {
      return CompletableFuture.failedFuture(new IOException("nobody there"));
    }
    return CompletableFuture.completedFuture(
        address.getPath().endsWith("/openid-configuration")
            ? "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"" + ISSUER + "/keys\"}"
            : new JWKSet(List.copyOf(published)).toString());
  }

  private String token(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("weir")
            .subject("alice")
            .claim("realm_access", Map.of("roles", List.of("ops", "dev")))
            .expirationTime(Date.from(now.plusSeconds(300)));
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            change.apply(claims).build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private Identity identity(String token) {
    return oidc.authenticate(token, "127.0.0.1").join();
  }

  private AuthenticationException refusal(String token) {
    Throwable thrown = catchThrowable(() -> identity(token));
    assertThat(thrown).isInstanceOf(CompletionException.class);
    assertThat(thrown.getCause()).isInstanceOf(AuthenticationException.class);
    return (AuthenticationException) thrown.getCause();
  }

  @Test
  void nameAndRolesComeFromTheClaims() throws Exception {
    assertThat(identity(token(published.get(0), claims -> claims)))
        .isEqualTo(new Identity("alice", Set.of("ops", "dev")));
    assertThat(asked)
        .containsExactly(
            URI.create(ISSUER + "/.well-known/openid-configuration"), URI.create(ISSUER + "/keys"));
  }

  @Test
  void keysAreAskedForOnceForManyTokens() throws Exception {
    for (int i = 0; i < 5; i++) {
      String id = "t" + i;
      identity(token(published.get(0), claims -> claims.jwtID(id)));
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void aKeyThatIsNewIsFetchedButNotMoreOftenThanAllowed() throws Exception {
    identity(token(published.get(0), claims -> claims));
    published.set(0, key("two"));
    String rotated = token(published.get(0), claims -> claims);

    assertThat(refusal(rotated).reason()).isEqualTo(Reason.REFUSED);
    assertThat(asked).hasSize(2);
    nanos.addAndGet(RETRY.toNanos());
    assertThat(identity(rotated).name()).isEqualTo("alice");
    assertThat(asked).hasSize(4);
    assertThat(refusal(token(key("unheard-of"), claims -> claims)).reason())
        .isEqualTo(Reason.REFUSED);
    assertThat(asked).hasSize(4);
  }

  @Test
  void aProviderThatIsDownIsNoFaultOfTheToken() throws Exception {
    down = true;
    String token = token(published.get(0), claims -> claims);

    assertThat(refusal(token).reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(refusal(token).retryAfterSeconds()).contains(10L);
    assertThat(asked).hasSize(1);
    down = false;
    nanos.addAndGet(RETRY.toNanos());
    assertThat(identity(token).name()).isEqualTo("alice");
  }

  @Test
  void keysGoOnCountingForAWhileWhenTheProviderGoesDown() throws Exception {
    identity(token(published.get(0), claims -> claims));
    down = true;
    nanos.addAndGet(Duration.ofMinutes(30).toNanos());

    assertThat(identity(token(published.get(0), claims -> claims.jwtID("b"))).name())
        .isEqualTo("alice");
    assertThat(refusal(token(key("new"), claims -> claims)).reason()).isEqualTo(Reason.UNAVAILABLE);
    nanos.addAndGet(Duration.ofMinutes(31).toNanos());
    assertThat(refusal(token(published.get(0), claims -> claims.jwtID("c"))).reason())
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void keysThatAreOldAreAskedForAgainWhileTheyGoOnCounting() throws Exception {
    identity(token(published.get(0), claims -> claims));
    nanos.addAndGet(Duration.ofMinutes(6).toNanos());

    identity(token(published.get(0), claims -> claims.jwtID("b")));

    assertThat(asked).hasSize(4);
  }

  @Test
  void aTokenEndsWithItsTimeAndTheSkewOfClocks() throws Exception {
    String token = token(published.get(0), claims -> claims);
    now = now.plusSeconds(359);
    assertThat(identity(token).name()).isEqualTo("alice");
    now = now.plusSeconds(1);

    assertThat(refusal(token)).hasMessage("The token is refused: Expired JWT.");
  }

  @Test
  void aTokenWithoutANameOrAnEndIsRefused() throws Exception {
    assertThat(refusal(token(published.get(0), claims -> claims.subject(null))))
        .hasMessage("The token has no claim sub, which names the caller.");
    assertThat(refusal(token(published.get(0), claims -> claims.expirationTime(null))).reason())
        .isEqualTo(Reason.REFUSED);
    assertThat(refusal(token(published.get(0), claims -> claims.subject("a\nb"))).reason())
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  void anotherIssuersDocumentIsNotBelieved() {
    OidcOptions options =
        new OidcOptions(
            URI.create("https://other.example.org"),
            Set.of("weir"),
            Set.of("ES256"),
            "sub",
            "roles",
            RETRY,
            RETRY,
            RETRY,
            RETRY,
            RETRY);

    assertThat(new OidcKeys(options, this::document, nanos::get).with(null))
        .isCompletedExceptionally();
    assertThat(asked).hasSize(1);
  }
}
