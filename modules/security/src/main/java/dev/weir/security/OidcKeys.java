package dev.weir.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an OpenID provider signs with, found by its discovery document. They are asked for
 * when they are needed, again when they are old or a token names one that is not among them, and
 * never more often than is allowed.
 */
final class OidcKeys {
  private static final Logger LOG = System.getLogger(OidcKeys.class.getName());

  private final OidcOptions options;
  private final Function<URI, CompletableFuture<String>> documents;
  private final LongSupplier nanoTime;

  private @Nullable JWKSet known;
  private long knownSince;
  private @Nullable CompletableFuture<JWKSet> underWay;
  private @Nullable Long lastAttempt;
  private boolean lastFailed;

  /**
   * Asks for nothing yet.
   *
   * @param documents the text at an address, within a deadline
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  OidcKeys(
      OidcOptions options,
      Function<URI, CompletableFuture<String>> documents,
      LongSupplier nanoTime) {
    this.options = options;
    this.documents = documents;
    this.nanoTime = nanoTime;
  }

  /**
   * The keys, with one of that id among them if the provider has it.
   *
   * @param id the key that a token names; null where it names none
   */
  synchronized CompletableFuture<JWKSet> with(@Nullable String id) {
    JWKSet usable = age().compareTo(options.keysMaxAge()) < 0 ? known : null;
    if (usable != null && (id == null || usable.getKeyByKeyId(id) != null)) {
      if (age().compareTo(options.keysRefresh()) >= 0 && mayFetch()) {
        CompletableFuture<JWKSet> unused = fetch();
      }
      return CompletableFuture.completedFuture(usable);
    }
    if (underWay != null) {
      return underWay;
    }
    if (mayFetch()) {
      return fetch();
    }
    return usable == null || lastFailed
        ? CompletableFuture.failedFuture(unavailable())
        : CompletableFuture.completedFuture(usable);
  }

  private Duration age() {
    return known == null ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - knownSince);
  }

  private boolean mayFetch() {
    return underWay == null
        && (lastAttempt == null
            || nanoTime.getAsLong() - lastAttempt >= options.keysRetry().toNanos());
  }

  private CompletableFuture<JWKSet> fetch() {
    lastAttempt = nanoTime.getAsLong();
    CompletableFuture<JWKSet> fetched =
        documents
            .apply(URI.create(withoutSlash(options.issuer()) + "/.well-known/openid-configuration"))
            .thenApply(this::keysAddress)
            .thenCompose(documents)
            .thenApply(OidcKeys::keys);
    CompletableFuture<JWKSet> outcome = new CompletableFuture<>();
    underWay = outcome;
    var unused = fetched.whenComplete((keys, thrown) -> arrived(outcome, keys, thrown));
    return outcome;
  }

  private void arrived(
      CompletableFuture<JWKSet> outcome, @Nullable JWKSet keys, @Nullable Throwable thrown) {
    synchronized (this) {
      underWay = null;
      lastFailed = thrown != null;
      if (keys != null) {
        known = keys;
        knownSince = nanoTime.getAsLong();
      }
    }
    if (keys != null) {
      outcome.complete(keys);
    } else {
      LOG.log(
          Level.WARNING,
          "The keys of " + options.issuer() + " cannot be read",
          thrown == null ? null : Attempts.unwrapped(thrown));
      outcome.completeExceptionally(unavailable());
    }
  }

  private AuthenticationException unavailable() {
    return AuthenticationException.unavailable(
        "The OpenID provider does not answer, so that its tokens cannot be verified.",
        options.keysRetry());
  }

  private URI keysAddress(String discovery) {
    try {
      Map<String, Object> document = JSONObjectUtils.parse(discovery);
      String issuer = JSONObjectUtils.getString(document, "issuer");
      if (!options.issuer().toString().equals(issuer)) {
        throw new CompletionException(
            new IllegalStateException("The discovery document is of the issuer " + issuer));
      }
      URI keys = JSONObjectUtils.getURI(document, "jwks_uri");
      if (keys == null || !isSafe(keys)) {
        throw new CompletionException(
            new IllegalStateException("The discovery document has the jwks_uri " + keys));
      }
      return keys;
    } catch (ParseException e) {
      throw new CompletionException(e);
    }
  }

  /** As safe as the document that names it. */
  private boolean isSafe(URI keys) {
    return "https".equalsIgnoreCase(keys.getScheme())
        || options.issuer().getScheme().equalsIgnoreCase(keys.getScheme());
  }

  private static JWKSet keys(String document) {
    try {
      return JWKSet.parse(document);
    } catch (ParseException e) {
      throw new CompletionException(e);
    }
  }

  private static String withoutSlash(URI issuer) {
    return issuer.toString().replaceFirst("/$", "");
  }
}
