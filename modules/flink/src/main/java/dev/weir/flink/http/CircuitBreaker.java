// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ContactState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cluster answers.
 *
 * <p>It is lost when a probe of it fails, or so many reads in a row. While it is, nothing else is
 * sent to it, so that readers get what was known at once and do not wait for the deadline each; the
 * next probe that is answered ends that.
 */
final class CircuitBreaker {
  private static final int FAILURES = 3;

  private int failures;
  private @Nullable Instant answered;
  private @Nullable Instant failed;
  private @Nullable ClusterException failure;
  private @Nullable Instant back;

  /** What came of a read: null if it was answered with what was asked for. */
  void noteRead(@Nullable Throwable thrown, Instant when) {
    note(thrown, when, 1);
  }

  /** What came of a probe. What does not answer as Flink does is no cluster either. */
  void noteProbe(@Nullable Throwable thrown, Instant when) {
    note(thrown, when, FAILURES);
  }

  private synchronized void note(@Nullable Throwable thrown, Instant when, int weight) {
    if (thrown == null
        || !(ClusterException.unwrap(thrown) instanceof ClusterException why)
        || !why.unavailable()) {
      back = failures < FAILURES ? back : when;
      failures = 0;
      answered = when;
      return;
    }
    switch (why.reason()) {
      case UNREACHABLE, NO_ANSWER -> failed(why, when, weight);
      case UNEXPECTED_ANSWER -> {
        // Of one document it says nothing of the others.
        if (weight == FAILURES) {
          failed(why, when, weight);
        }
      }
      default -> {
        // Not asked: our own limit.
      }
    }
  }

  private void failed(ClusterException why, Instant when, int weight) {
    failures += weight;
    failed = when;
    failure = why;
  }

  /** Why nothing is sent to the cluster now; null where it is. */
  synchronized @Nullable ClusterException lost() {
    return failures < FAILURES ? null : failure;
  }

  synchronized ContactState state() {
    return new ContactState(answered, failed, failure, back, failures >= FAILURES);
  }
}
