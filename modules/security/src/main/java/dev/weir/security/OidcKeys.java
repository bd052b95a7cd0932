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
 * The keys that an OpenID provider signs with. They are asked for when they are needed, ahead of
 * their end while they are in use, and when a token names one that is not among them, within a
 * rate. Keys go on counting while the provider does not answer, because they are kept for longer
 * than until they are asked for again.
 */
final class OidcKeys implements AutoCloseable {
  private final OidcOptions options;
  private final ExecutorService ahead;
  private final PublishedKeys published;
  private final JWKSource<SecurityContext> source;

  /**
   * Asks for nothing yet.
   *
   * @param documents reads the documents of the provider
   * @param threads makes the thread that asks ahead
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

  /** Finds keys; waits for the provider where that is necessary. */
  JWKSource<SecurityContext> source() {
    return source;
  }

  /** What a failure to get a key means for a client. */
  AuthenticationException failure(KeySourceException failure) {
    // Asked often enough, and the provider has no such key.
    return failure instanceof RateLimitReachedException && published.wereRead()
        ? AuthenticationException.refused(
            "The token is refused: it is signed by a key that the provider does not publish.")
        : AuthenticationException.unavailable(
            "The OpenID provider does not answer, so that its tokens cannot be verified.",
            options.keysRetry());
  }

  @Override
  public void close() {
    ahead.shutdownNow();
  }
}
