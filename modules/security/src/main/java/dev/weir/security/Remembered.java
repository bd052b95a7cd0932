// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Credentials that were found right a short time ago, so that not every request costs the work.
 * They are kept by a digest with a key of this process, never themselves. The same ones that arrive
 * together are looked at once.
 */
final class Remembered<V> {
  private static final int MOST = 10_000;

  private final byte[] key = new byte[32];
  private final Cache<String, CompletableFuture<V>> known;

  Remembered(Duration time) {
    new SecureRandom().nextBytes(key);
    known =
        Caffeine.newBuilder()
            .expireAfterWrite(time)
            .maximumSize(MOST)
            .executor(Runnable::run)
            .build();
  }

  /** Under what credentials are kept. */
  String digest(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      // With their lengths, so that no two lists of parts are the same text.
      all.append(part.length()).append(':').append(part);
    }
    return HexFormat.of().formatHex(Digests.hmacSha256(key, all.toString().getBytes(UTF_8)));
  }

  /** What is known, or being found out, or is found out now; what fails is not kept. */
  CompletableFuture<V> get(String digest, Supplier<CompletableFuture<V>> otherwise) {
    CompletableFuture<V> found = known.get(digest, same -> otherwise.get());
    return found.whenComplete(
        (value, thrown) -> {
          if (thrown != null) {
            known.asMap().remove(digest, found);
          }
        });
  }

  void forget(String digest) {
    known.invalidate(digest);
  }
}
