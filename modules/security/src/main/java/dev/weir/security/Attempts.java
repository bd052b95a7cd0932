// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static dev.weir.security.AuthenticationException.Reason.REFUSED;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs attempts to authenticate, with a lockout after repeated failures. */
final class Attempts {
  private final Failures failures;

  Attempts(Failures failures) {
    this.failures = failures;
  }

  /** Runs an attempt, unless {@code who} is locked out. */
  <T> CompletableFuture<T> counted(Object who, Supplier<CompletableFuture<T>> attempt) {
    Optional<Duration> wait = failures.begin(who);
    if (wait.isPresent()) {
      return CompletableFuture.failedFuture(AuthenticationException.tooMany(wait.get()));
    }
    return attempt.get().whenComplete((found, thrown) -> count(who, thrown));
  }

  private void count(Object who, @Nullable Throwable thrown) {
    if (thrown == null) {
      failures.succeeded(who);
    } else if (unwrapped(thrown) instanceof AuthenticationException refusal
        && refusal.reason() == REFUSED) {
      failures.failed(who);
    } else {
      failures.unknown(who);
    }
  }

  static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
