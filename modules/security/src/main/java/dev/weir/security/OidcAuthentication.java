// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.weir.model.Printable;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Verifies bearer tokens: JWTs signed by an OpenID provider. */
final class OidcAuthentication implements AutoCloseable {
  /**
   * Accepted token types: access tokens by RFC 9068, {@code JWT}, or none. Case and the prefix
   * {@code application/} do not matter (RFC 7515, 4.1.9).
   */
  private static final JOSEObjectTypeVerifier<SecurityContext> TYPES =
      new DefaultJOSEObjectTypeVerifier<>(
          new JOSEObjectType("at+jwt"),
          new JOSEObjectType("application/at+jwt"),
          JOSEObjectType.JWT,
          new JOSEObjectType("application/jwt"),
          null);

  private final OidcOptions options;
  private final OidcKeys keys;
  private final Remembered<Known> remembered;
  private final Attempts attempts;
  private final Workers workers;
  private final InstantSource clock;
  private final Set<JWSAlgorithm> algorithms;
  private final Claims claims;
  private final DefaultJWTProcessor<SecurityContext> processor;

  /** A verified identity and the end of its validity. */
  private record Known(Identity identity, Instant notAfter) {}

  OidcAuthentication(
      OidcOptions options,
      OidcKeys keys,
      Duration remember,
      Attempts attempts,
      Workers workers,
      InstantSource clock) {
    this.options = options;
    this.keys = keys;
    this.remembered = new Remembered<>(remember);
    this.attempts = attempts;
    this.workers = workers;
    this.clock = clock;
    this.algorithms =
        options.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    this.claims = new Claims(options);
    this.processor = processor();
  }

  CompletableFuture<Identity> authenticate(String token, String address) {
    String digest = remembered.digest(token);
    return remembered
        .get(digest, () -> attempts.counted(List.of(address, digest), () -> verified(token)))
        .thenCompose(known -> stillValid(known, digest));
  }

  private CompletableFuture<Identity> stillValid(Known known, String digest) {
    if (clock.instant().isBefore(known.notAfter())) {
      return CompletableFuture.completedFuture(known.identity());
    }
    remembered.forget(digest);
    return CompletableFuture.failedFuture(
        AuthenticationException.refused("The token is refused: Expired JWT."));
  }

  private CompletableFuture<Known> verified(String token) {
    SignedJWT jwt;
    try {
      jwt = SignedJWT.parse(token);
    } catch (ParseException e) {
      return CompletableFuture.failedFuture(
          AuthenticationException.refused("The token is neither known nor a signed JWT."));
    }
    if (!algorithms.contains(jwt.getHeader().getAlgorithm())) {
      return CompletableFuture.failedFuture(
          AuthenticationException.refused(
              "The token is signed with "
                  + Printable.of(jwt.getHeader().getAlgorithm().getName())
                  + ", which is not accepted."));
    }
    return workers.run(() -> verified(jwt));
  }

  private Known verified(SignedJWT jwt) throws AuthenticationException {
    try {
      JWTClaimsSet set = processor.process(jwt, null);
      claims.requireAudience(set, options.audiences());
      return new Known(
          claims.identity(set), set.getExpirationTime().toInstant().plus(options.clockSkew()));
    } catch (KeySourceException e) {
      throw keys.failure(e);
    } catch (BadJOSEException | JOSEException e) {
      throw AuthenticationException.refused(
          "The token is refused: " + Printable.of(String.valueOf(e.getMessage())) + ".");
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor() {
    DefaultJWTProcessor<SecurityContext> made = new DefaultJWTProcessor<>();
    made.setJWSTypeVerifier(TYPES);
    made.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys.source()));
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(options.issuer().toString()).build(), Set.of("exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew((int) options.clockSkew().toSeconds());
    made.setJWTClaimsSetVerifier(verifier);
    return made;
  }

  @Override
  public void close() {
    keys.close();
    workers.close();
  }
}
