// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

/** The kinds of job that the captures show, by the state in which they ended. */
enum JobKind {
  /** A stream with checkpoints that is still running. */
  RUNNING,
  /** A batch job with accumulators. */
  FINISHED,
  /** A stream that was cancelled with a savepoint. */
  CANCELED,
  /** A stream that failed, restarted once, and failed for good. */
  FAILED;

  /** Whether jobs of this kind change no more. */
  boolean hasEnded() {
    return this != RUNNING;
  }
}
