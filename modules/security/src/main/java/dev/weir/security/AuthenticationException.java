// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Authentication failed. The message is one sentence for the client. */
public final class AuthenticationException extends Exception {
  /** Kinds of failure, each with its HTTP status. */
  public enum Reason {
    /** The credentials are not valid: 401. */
    REFUSED,
    /** Lockout after too many failed attempts: 429. */
    TOO_MANY,
    /** The credentials cannot be verified now: 503. */
    UNAVAILABLE
  }

  private final Reason reason;
  private final Optional<Duration> retryAfter;

  private AuthenticationException(Reason reason, String message, Optional<Duration> retryAfter) {
    super(message, null, false, false);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  static AuthenticationException refused(String sentence) {
    return new AuthenticationException(Reason.REFUSED, sentence, Optional.empty());
  }

  static AuthenticationException tooMany(Duration wait) {
    return new AuthenticationException(
        Reason.TOO_MANY,
        "Too many attempts have failed; try again in " + seconds(wait) + " s.",
        Optional.of(wait));
  }

  /** The credentials cannot be verified now; a retry may succeed after the delay. */
  public static AuthenticationException unavailable(String sentence, Duration retryAfter) {
    return new AuthenticationException(Reason.UNAVAILABLE, sentence, Optional.of(retryAfter));
  }

  /** The kind of failure. */
  public Reason reason() {
    return reason;
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /**
   * Value of the header {@code Retry-After}: whole seconds, at least 1; empty if a retry is
   * useless.
   */
  public Optional<Long> retryAfterSeconds() {
    return retryAfter.map(AuthenticationException::seconds);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
