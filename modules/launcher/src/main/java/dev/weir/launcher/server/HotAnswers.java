package dev.weir.launcher.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weir.security.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answers that many poll for, given without Jersey: by the address that was asked for, each for
 * as long as a reader would get the same snapshot. Whatever is not plainly such a request goes the
 * ordinary way, which also makes them.
 */
final class HotAnswers {
  /** Each holds on to its snapshot, for a while even to one that a newer one has replaced. */
  private static final int MOST = 10_000;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Cache<String, HotAnswer> answers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  /** Keeps an answer for those who come after. */
  void keep(String address, HotAnswer answer) {
    answers.put(address, answer);
  }

  /** What Jersey would answer this caller now, if that is known. */
  @Nullable HotAnswer current(HotRequest request, Caller caller, Instant now) {
    HotAnswer kept = answers.getIfPresent(request.address());
    HotAnswer answer = kept == null ? null : kept.current(caller, request.host(), now);
    if (answer != null && !answer.equals(kept)) {
      answers.put(request.address(), answer);
    }
    return answer;
  }
}
