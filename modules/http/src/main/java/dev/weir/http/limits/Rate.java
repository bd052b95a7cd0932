// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Token buckets: a rate in a second on average, and ten times that at once. */
public final class Rate {
  static final int SECONDS_AT_ONCE = 10;

  private Rate() {}

  /** A full bucket. */
  public static Bucket perSecond(int rate) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity((long) rate * SECONDS_AT_ONCE)
                    .refillGreedy(rate, Duration.ofSeconds(1)))
        .build();
  }
}
