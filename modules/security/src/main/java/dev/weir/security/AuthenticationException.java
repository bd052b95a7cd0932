// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.time.Duration;
import java.util.Optional;

/** Why it is not known who asks. The message is one sentence, written for the client. */
public final class AuthenticationException extends Exception {
  /** What kind of failure it is. */
  public enum Reason {
    /** What was shown is not right: 401. */
    REFUSED,
    /** Too much that is not right was shown before: 429. */
    TOO_MANY,
    /** It cannot be found out now: 503. */
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
        "Too many attempts have failed; the next is looked at in " + seconds(wait) + " s.",
        Optional.of(wait));
  }

  /** It cannot be found out now, but may be after a while. */
  public static AuthenticationException unavailable(String sentence, Duration retryAfter) {
    return new AuthenticationException(Reason.UNAVAILABLE, sentence, Optional.of(retryAfter));
  }

  /** What kind of failure it is. */
  public Reason reason() {
    return reason;
  }

  /** For the header {@code Retry-After}: whole seconds, at least one; empty where it is useless. */
  public Optional<Long> retryAfterSeconds() {
    return retryAfter.map(AuthenticationException::seconds);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
