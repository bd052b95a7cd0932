// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answers that many poll for, given without Jersey: by the address that was asked for. Whatever
 * is not plainly such a request goes the ordinary way, which also makes them.
 */
public final class HotAnswers {
  private static final int MOST = 10_000;
  private static final Duration LONGEST_UNUSED = Duration.ofMinutes(1);

  private final Cache<String, HotAnswer> answers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LONGEST_UNUSED).build();

  /** Keeps an answer for those who come after. */
  void keep(String address, HotAnswer answer) {
    answers.put(address, answer);
  }

  /** What may be the answer; null if none is known. */
  public @Nullable HotAnswer to(HotRequest request) {
    return answers.getIfPresent(request.address());
  }
}
