// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The kept answers by their addresses; bounded, and each is dropped after a minute without a
 * request.
 */
final class HotAnswers {
  private static final int MOST = 10_000;
  private static final Duration LONGEST_UNUSED = Duration.ofMinutes(1);

  private final Cache<HotAddress, HotAnswer> answers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LONGEST_UNUSED).build();

  /** Keeps an answer in place of an earlier one. */
  void keep(HotAddress address, HotAnswer answer) {
    answers.put(address, answer);
  }

  /** The answer kept for the address of a request; null for none. */
  @Nullable HotAnswer to(HotRequest request) {
    return answers.getIfPresent(request.address());
  }
}
