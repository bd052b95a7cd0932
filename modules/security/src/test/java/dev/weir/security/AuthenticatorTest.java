// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static dev.weir.security.AccessLevel.OPERATE;
import static dev.weir.security.AccessLevel.VIEW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.AuthenticationException.Reason;
import dev.weir.security.Caller.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and tokens, each with a file of its own. */
class AuthenticatorTest {
  private static final int FREE = 3;
  private static final char[] PASSWORD = "right".toCharArray();

  @TempDir private Path directory;
  private final TokenFile.Made token = TokenFile.make("ci");
  private Authentication authentication;

  @BeforeEach
  void start() throws Exception {
    users("alice", "wonder:land", "b\u00f6b", "\u20ac");
    Files.writeString(directory.resolve("tokens"), token.line());
    authentication = Authenticator.start(options(2, 10), Thread::new);
  }

  @AfterEach
  void stop() {
    authentication.close();
  }

  private void users(String... namesAndPasswords) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < namesAndPasswords.length; i += 2) {
      lines.add(
          namesAndPasswords[i]
              + ":"
              + BCrypt.with(BCrypt.Version.VERSION_2Y)
                  .hashToString(4, namesAndPasswords[i + 1].toCharArray()));
    }
    Files.write(directory.resolve("htpasswd"), lines);
  }

  private AuthenticationOptions options(int workers, int waiting) {
    return new AuthenticationOptions(
        Optional.of(directory.resolve("htpasswd")),
        Optional.of(directory.resolve("tokens")),
        Optional.empty(),
        Optional.empty(),
        new AccessRules(
            new Levels(
                Map.of(
                    VIEW, Subjects.parse("*").orElseThrow(),
                    OPERATE, Subjects.parse("alice").orElseThrow()),
                Optional.empty()),
            Map.of()),
        Duration.ofMinutes(1),
        FREE,
        Duration.ofMinutes(5),
        100,
        workers,
        waiting);
  }

  private static Credentials header(String value) {
    return new Credentials(Optional.of(value), Optional.empty(), "192.0.2.1");
  }

  private static Credentials basic(String user, String password) {
    return header(
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
  }

  private Caller known(Credentials shown) {
    return authentication.authenticate(shown).join();
  }

  private AuthenticationException refusal(Credentials shown) {
    Throwable thrown = catchThrowable(() -> known(shown));
    return (AuthenticationException) thrown.getCause();
  }

  @Test
  void aUserIsKnownByItsPassword() {
    Caller alice = known(basic("alice", "wonder:land"));

    assertThat(alice).isEqualTo(new Caller("alice", How.BASIC, Grants.everywhere(OPERATE)));
    assertThat(known(basic("b\u00f6b", "\u20ac")).grants()).isEqualTo(Grants.everywhere(VIEW));
  }

  /** As for Apache, whose htpasswd hashes the first 72 bytes. */
  @Test
  void ofAPasswordSeventyTwoBytesCount() throws Exception {
    users("carol", "p".repeat(72));
    try (Authenticator another = Authenticator.start(options(2, 10), Thread::new)) {
      Credentials longer = basic("carol", "p".repeat(72) + "and more");

      assertThat(another.authenticate(longer).join().name()).isEqualTo("carol");
      assertThatThrownBy(() -> another.authenticate(basic("carol", "p".repeat(71))).join())
          .hasCauseInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void whoShowsNothingIsAnonymousAndMayNothing() {
    Caller nobody = known(new Credentials(Optional.empty(), Optional.empty(), ""));

    assertThat(nobody.isKnown()).isFalse();
    assertThat(nobody.grants()).isEqualTo(Grants.NOTHING);
  }

  @Test
  void aWrongPasswordAndAnUnknownUserAreRefusedInTheSameWords() {
    assertThat(refusal(basic("alice", "nonsense")))
        .hasMessage(refusal(basic("x", "y")).getMessage());
    assertThat(refusal(basic("alice", "")).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void whatIsNoBasicIsRefused() {
    assertThat(refusal(header("Basic ???")).reason()).isEqualTo(Reason.REFUSED);
    assertThat(refusal(header("Basic")).reason()).isEqualTo(Reason.REFUSED);
    assertThat(refusal(header("Digest x=y")))
        .hasMessage(
            "The scheme of Authorization is not accepted; WWW-Authenticate lists the accepted"
                + " ones.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s ", "token %s", "%s x", "Basic %s", "Bearer %s", "Bearer:%s"})
  void aCredentialIsNeverRepeated(String header) {
    String secret = "weir_0123456789abcdef";

    assertThat(refusal(header(header.formatted(secret)))).hasMessageNotContaining("0123456789");
  }

  @Test
  void aFailureCostsTheSameForEachUserAndForNone() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int cost = 4; cost < 8; cost++) {
      lines.add(
          "u" + cost + ":" + BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(cost, PASSWORD));
    }
    Htpasswd file = Htpasswd.of(lines, "htpasswd");

    for (int cost = 4; cost < 8; cost++) {
      long work = (1 << cost) + file.fillers("u" + cost).stream().mapToLong(one -> 1 << one).sum();
      assertThat(work).isEqualTo(1 << 7);
      assertThat(file.verify("u" + cost, "right".getBytes(UTF_8))).isTrue();
      assertThat(file.verify("u" + cost, "wrong".getBytes(UTF_8))).isFalse();
    }
    // One comparison at the cost of the costliest.
    assertThat(file.fillers("nobody")).isEmpty();
    assertThat(file.verify("nobody", "right".getBytes(UTF_8))).isFalse();
  }

  @Test
  void aTokenIsKnown() {
    assertThat(known(header("Bearer " + token.token())).name()).isEqualTo("ci");
    assertThat(known(header("bearer  " + token.token())).how()).isEqualTo(How.TOKEN);
    assertThat(refusal(header("Bearer x")).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void afterSomeFailuresEvenTheRightPasswordHasToWaitUnlessItIsKnownAlready() {
    known(basic("alice", "wonder:land"));
    for (int i = 0; i <= FREE; i++) {
      assertThat(refusal(basic("b\u00f6b", "guess" + i)).reason()).isEqualTo(Reason.REFUSED);
      assertThat(refusal(basic("alice", "guess" + i)).reason()).isEqualTo(Reason.REFUSED);
    }

    AuthenticationException refusal = refusal(basic("b\u00f6b", "\u20ac"));
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY);
    assertThat(refusal.retryAfterSeconds()).contains(1L);
    assertThat(known(basic("alice", "wonder:land")).name()).isEqualTo("alice");
    assertThat(
            authentication.authenticate(
                new Credentials(
                    basic("b\u00f6b", "\u20ac").authorization(), Optional.empty(), "192.0.2.2")))
        .succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void theSamePasswordManyTimesAtOnceIsOneAttempt() {
    List<CompletableFuture<Caller>> callers =
        IntStream.range(0, 200)
            .mapToObj(i -> authentication.authenticate(basic("alice", "wonder:land")))
            .toList();

    assertThat(callers).allSatisfy(one -> assertThat(one.join().name()).isEqualTo("alice"));
  }

  @Test
  void moreThanCanWaitAreRefusedForNow() throws Exception {
    Files.writeString(
        directory.resolve("htpasswd"),
        "slow:" + BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(12, "x".toCharArray()));
    try (Authentication busy = Authenticator.start(options(1, 1), Thread::new)) {
      List<CompletableFuture<Caller>> callers =
          IntStream.range(0, 5).mapToObj(i -> busy.authenticate(basic("u" + i, "p"))).toList();

      assertThat(callers.subList(2, 5))
          .allSatisfy(
              one ->
                  assertThat(one)
                      .isCompletedExceptionally()
                      .failsWithin(Duration.ZERO)
                      .withThrowableThat()
                      .withMessageContaining("Too many credentials"));
    }
  }

  @Test
  void aPasswordThatIsChangedInTheFileEndsTheOldOneThoughItIsRemembered() throws Exception {
    Credentials old = basic("alice", "wonder:land");
    known(old);

    users("alice", "mad hatter");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                authentication.authenticate(old).handle((caller, thrown) -> thrown != null).join());
    assertThat(known(basic("alice", "mad hatter")).name()).isEqualTo("alice");
  }

  @Test
  void theChallengesAreThoseOfAllThatIsTaken() {
    assertThat(authentication.challenges())
        .containsExactly("Basic realm=\"Weir\", charset=\"UTF-8\"", "Bearer realm=\"Weir\"");
  }
}
