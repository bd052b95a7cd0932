// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/** How many uploads may begin in a minute, on average. */
final class UploadRate {
  private final Optional<Bucket> bucket;

  /**
   * A rate of all uploads together.
   *
   * @param perMinute 0 for no limit
   */
  UploadRate(int perMinute) {
    this.bucket = perMinute == 0 ? Optional.empty() : Optional.of(bucket(perMinute));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** How long the next upload has to wait; zero if it may begin, which counts it. */
  Duration next() {
    return bucket
        .map(full -> full.tryConsumeAndReturnRemaining(1))
        .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()))
        .orElse(Duration.ZERO);
  }
}
