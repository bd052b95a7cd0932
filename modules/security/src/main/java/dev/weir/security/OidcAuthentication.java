package dev.weir.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
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

/** Bearer tokens of an OpenID provider: JWTs that it has signed. */
final class OidcAuthentication {
  private final OidcOptions options;
  private final OidcKeys keys;
  private final Remembered<Known> remembered;
  private final Attempts attempts;
  private final Workers workers;
  private final InstantSource clock;
  private final Set<JWSAlgorithm> algorithms;
  private final Claims claims;

  /** Who it is, for as long as the token says so. */
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
    this.claims = new Claims(options.nameClaim(), options.rolesClaim());
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
          AuthenticationException.refused(
              "The token is none that is known here, and no signed JWT."));
    }
    if (!algorithms.contains(jwt.getHeader().getAlgorithm())) {
      return CompletableFuture.failedFuture(
          AuthenticationException.refused(
              "The token is signed by "
                  + Printable.of(jwt.getHeader().getAlgorithm().getName())
                  + ", which is not taken here."));
    }
    return keys.with(jwt.getHeader().getKeyID())
        .thenCompose(found -> workers.run(() -> verified(jwt, found)));
  }

  private Known verified(SignedJWT jwt, JWKSet found) throws AuthenticationException {
    try {
      JWTClaimsSet set = processor(found).process(jwt, null);
      return new Known(
          claims.identity(set), set.getExpirationTime().toInstant().plus(options.clockSkew()));
    } catch (BadJOSEException | JOSEException e) {
      throw AuthenticationException.refused(
          "The token is refused: " + Printable.of(String.valueOf(e.getMessage())) + ".");
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(JWKSet found) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    // An access token by RFC 9068, or one that says nothing of its type.
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithms, new ImmutableJWKSet<>(found)));
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            options.audiences(),
            new JWTClaimsSet.Builder().issuer(options.issuer().toString()).build(),
            Set.of("exp"),
            Set.of()) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew((int) options.clockSkew().toSeconds());
    processor.setJWTClaimsSetVerifier(verifier);
    return processor;
  }
}
