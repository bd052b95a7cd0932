// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.weir.security.AuthenticationException.Reason;
import dev.weir.security.KeyServer.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When keys are asked for, over HTTP, and how long anything counts. */
class OidcTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofHours(1);

  private KeyServer provider;
  private TokenVerifier verifier;

  @BeforeEach
  void publish() throws Exception {
    provider = new KeyServer();
    verifier = verifier(LONG, LONG.multipliedBy(2), LONG);
  }

  @AfterEach
  void stop() {
    verifier.close();
    provider.close();
  }

  private TokenVerifier verifier(Duration refresh, Duration maxAge, Duration retry) {
    OidcOptions patient = provider.options("aud", "sub", "groups");
    return new TokenVerifier(
        new OidcOptions(
            patient.issuer(),
            patient.audiences(),
            patient.audienceClaim(),
            patient.algorithms(),
            patient.nameClaim(),
            patient.rolesClaim(),
            patient.clockSkew(),
            Duration.ofMillis(500),
            refresh,
            maxAge,
            retry));
  }

  private void verifyBy(Duration refresh, Duration maxAge, Duration retry) {
    verifier.close();
    verifier = verifier(refresh, maxAge, retry);
  }

  private String token() throws JOSEException {
    return token(provider.key(), claims -> claims);
  }

  private String token(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return KeyServer.token(key, null, change.apply(provider.claims()).build());
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30));
  }

  private boolean isTaken(ECKey key) throws JOSEException {
    String token = token(key, claims -> claims);
    try {
      return verifier.identity(token).name().equals("alice");
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void keysAreAskedForOnceForManyTokens() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(verifier.identity(token()).name()).isEqualTo("alice");
    }
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsNewIsFetchedAndTheOldOneNoLongerCounts() throws Exception {
    verifyBy(LONG, LONG.multipliedBy(2), SHORT);
    ECKey old = provider.key();
    assertThat(isTaken(old)).isTrue();

    provider.rotate();

    soon().until(() -> isTaken(provider.key()));
    soon()
        .untilAsserted(
            () ->
                assertThat(verifier.refusal(token(old, claims -> claims)).reason())
                    .isEqualTo(Reason.REFUSED));
  }

  @Test
  void keysThatNobodyHasDoNotMakeUsAskEachTime() throws Exception {
    verifier.identity(token());
    for (int i = 0; i < 10; i++) {
      assertThat(verifier.refusal(token(KeyServer.newKey(), claims -> claims)).reason())
          .isEqualTo(Reason.REFUSED);
    }
    assertThat(provider.asked()).isEqualTo(2);
    assertThat(verifier.refusal(token(KeyServer.newKey(), claims -> claims)))
        .hasMessage(
            "The token is refused: it is signed by a key that the provider does not publish.");
    assertThat(verifier.identity(token()).name()).isEqualTo("alice");
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void aProviderThatDoesNotGiveItsKeysIsNoFaultOfTheToken(Mood mood) throws Exception {
    provider.is(mood);
    for (int i = 0; i < 5; i++) {
      AuthenticationException refusal = verifier.refusal(token());
      assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(refusal.retryAfterSeconds()).contains(LONG.toSeconds());
    }
    assertThat(provider.asked()).isEqualTo(2);
  }

  @Test
  void aProviderThatIsBackIsAskedAgain() throws Exception {
    verifyBy(LONG, LONG.multipliedBy(2), SHORT);
    provider.is(Mood.FAILING);
    assertThat(verifier.refusal(token()).reason()).isEqualTo(Reason.UNAVAILABLE);

    provider.is(Mood.WELL);

    soon().until(() -> isTaken(provider.key()));
  }

  @Test
  void keysGoOnCountingDuringAnOutage() throws Exception {
    verifyBy(SHORT, LONG, SHORT.dividedBy(5));
    verifier.identity(token());
    provider.is(Mood.FAILING);
    int before = provider.asked();

    soon().until(() -> isTaken(provider.key()) && provider.asked() > before + 2);

    assertThat(isTaken(provider.key())).isTrue();
    assertThat(verifier.refusal(token(KeyServer.newKey(), claims -> claims)).reason())
        .isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void keysStopCountingInAnOutageThatGoesOn() throws Exception {
    verifyBy(SHORT, SHORT.multipliedBy(4), SHORT);
    soon().until(() -> isTaken(provider.key()));
    provider.is(Mood.FAILING);

    soon().until(() -> !isTaken(provider.key()));

    assertThat(verifier.refusal(token()).reason()).isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void aKeyThatIsWithdrawnIsFoundOutWhileItIsInUse() throws Exception {
    verifyBy(SHORT, LONG, SHORT);
    ECKey old = provider.key();
    assertThat(isTaken(old)).isTrue();
    provider.rotate();

    soon()
        .untilAsserted(
            () -> {
              assertThat(isTaken(old)).isFalse();
              assertThat(verifier.refusal(token(old, claims -> claims)).reason())
                  .isEqualTo(Reason.REFUSED);
            });
  }

  @Test
  void aTokenEndsWithItsTimeAndTheSkewOfClocks() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    String token =
        token(
            provider.key(), claims -> claims.expirationTime(Date.from(now.get().plusSeconds(300))));
    try (TokenVerifier clocked =
        new TokenVerifier(provider.options("aud", "sub", "groups"), now::get)) {
      now.set(now.get().plusSeconds(359));
      assertThat(clocked.identity(token).name()).isEqualTo("alice");
      now.set(now.get().plusSeconds(1));

      assertThat(clocked.refusal(token)).hasMessage("The token is refused: Expired JWT.");
    }
  }

  @Test
  void aTokenWithoutANameOrAnEndIsRefused() throws Exception {
    assertThat(verifier.refusal(token(provider.key(), claims -> claims.subject(null))))
        .hasMessage("The token has no claim sub, which names the caller.");
    assertThat(
            verifier.refusal(token(provider.key(), claims -> claims.expirationTime(null))).reason())
        .isEqualTo(Reason.REFUSED);
    assertThat(verifier.refusal(token(provider.key(), claims -> claims.subject("a\nb"))).reason())
        .isEqualTo(Reason.REFUSED);
  }
}
