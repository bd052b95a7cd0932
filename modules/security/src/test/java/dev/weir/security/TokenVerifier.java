// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What verifies tokens, as the server has it, remembering nothing. */
final class TokenVerifier implements AutoCloseable {
  private final ExecutorService http = Executors.newCachedThreadPool();
  private final OidcAuthentication oidc;

  /** By the real time. */
  TokenVerifier(OidcOptions options) {
    this(options, Instant::now);
  }

  /** By another clock. */
  TokenVerifier(OidcOptions options, InstantSource clock) {
    this.oidc =
        new OidcAuthentication(
            options,
            new OidcKeys(options, new SmallDocuments(options.timeout(), http), Thread::new),
            Duration.ofNanos(1),
            new Attempts(new Failures(1000, Duration.ofSeconds(1), 10, System::nanoTime)),
            new Workers(1, 100, Thread::new),
            clock);
  }

  Identity identity(String token) {
    return oidc.authenticate(token, "127.0.0.1").join();
  }

  AuthenticationException refusal(String token) {
    Throwable thrown = catchThrowable(() -> identity(token));
    assertThat(thrown).isInstanceOf(CompletionException.class);
    assertThat(thrown.getCause()).isInstanceOf(AuthenticationException.class);
    return (AuthenticationException) thrown.getCause();
  }

  @Override
  public void close() {
    oidc.close();
    http.shutdownNow();
  }
}
