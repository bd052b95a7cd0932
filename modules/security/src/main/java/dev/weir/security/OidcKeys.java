// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Cache of the keys that an OpenID provider signs with. Keys are fetched when first needed, and
 * ahead of expiry while in use. Unknown key ids also trigger a fetch, within a rate limit. Cached
 * keys bridge outages of the provider, because they expire later than they are refreshed.
 */
final class OidcKeys implements AutoCloseable {
  private final OidcOptions options;
  private final ExecutorService ahead;
  private final PublishedKeys published;
  private final JWKSource<SecurityContext> source;

  /**
   * Fetches nothing yet.
   *
   * @param documents reads the documents of the provider
   * @param threads creates the thread that fetches ahead
   */
  OidcKeys(OidcOptions options, SmallDocuments documents, ThreadFactory threads) {
    this.options = options;
    this.published = new PublishedKeys(options.issuer(), documents);
    this.ahead = Executors.newSingleThreadExecutor(Threads.named(threads, "weir-security-keys"));
    long maxAge = options.keysMaxAge().toMillis();
    long refresh = options.keysRefresh().toMillis();
    this.source =
        JWKSourceBuilder.<SecurityContext>create(published)
            .cache(maxAge, Math.min(refresh, 2 * options.timeout().toMillis()))
            .refreshAheadCache(maxAge - refresh, null, ahead, true, null, false)
            .rateLimited(options.keysRetry().toMillis())
            .build();
  }

  /** The source of keys; it blocks while it waits for the provider. */
  JWKSource<SecurityContext> source() {
    return source;
  }

  /** Translates a failure to get a key into an answer for the client. */
  AuthenticationException failure(KeySourceException failure) {
    // The rate limit is reached although the provider answers: it has no such key.
    return failure instanceof RateLimitReachedException && published.wereRead()
        ? AuthenticationException.refused(
            "The token is refused: it is signed by a key that the provider does not publish.")
        : AuthenticationException.unavailable(
            "The OpenID provider does not answer; its tokens cannot be verified.",
            options.keysRetry());
  }

  @Override
  public void close() {
    ahead.shutdownNow();
  }
}
