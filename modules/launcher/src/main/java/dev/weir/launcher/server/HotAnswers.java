package dev.weir.launcher.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weir.security.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * The answers that many poll for, given without Jersey: by the address that was asked for, each for
 * as long as a reader would get the same snapshot. Whatever is not plainly such a request goes the
 * ordinary way, which also makes them.
 */
final class HotAnswers {
  /** They hold on to no more than what the snapshots do, which have a bound by bytes. */
  private static final int MOST = 10_000;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** What may make a difference to an answer, or to whether there is one. */
  private static final List<Header> SPECIAL =
      List.of(
          Header.Range,
          Header.IfMatch,
          Header.IfModifiedSince,
          Header.IfUnmodifiedSince,
          Header.Expect,
          Header.ContentLength,
          Header.TransferEncoding,
          Header.Upgrade);

  private static final List<String> SPECIAL_TOO =
      List.of(
          "Origin",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto");

  private final Cache<String, HotAnswer> answers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  private final InstantSource clock;

  /** Ages are by that clock. */
  HotAnswers(InstantSource clock) {
    this.clock = clock;
  }

  /** The address that an answer is kept under; null where none is. */
  static @Nullable String address(Request request) {
    if (request.getMethod() != Method.GET && request.getMethod() != Method.HEAD) {
      return null;
    }
    for (Header special : SPECIAL) {
      if (request.getHeader(special) != null) {
        return null;
      }
    }
    for (String special : SPECIAL_TOO) {
      if (request.getHeader(special) != null) {
        return null;
      }
    }
    String query = request.getQueryString();
    String path = request.getRequestURI();
    return query == null ? path : path + "?" + query;
  }

  /** Keeps an answer for those who come after. */
  void keep(String address, HotAnswer answer) {
    answers.put(address, answer);
  }

  /** Answers, if that is what Jersey would answer now; says whether it did. */
  boolean serve(String address, Caller caller, Request request, Response response)
      throws IOException {
    HotAnswer answer = current(address, request.getHeader(Header.Host), caller);
    if (answer == null) {
      return false;
    }
    answer.send(request, response, clock.instant());
    return true;
  }

  /** What Jersey would answer this caller now, if that is known. */
  @Nullable HotAnswer current(String address, @Nullable String host, Caller caller) {
    HotAnswer answer = answers.getIfPresent(address);
    return answer != null && host != null && answer.isFor(caller, host, clock.instant())
        ? answer
        : null;
  }
}
