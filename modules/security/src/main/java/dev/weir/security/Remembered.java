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
 * Cache of recently verified credentials, so that not every request pays for verification. It
 * stores keyed digests, never the credentials; the key is random for each process. Concurrent
 * requests with the same credentials share one verification.
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

  /** The cache key of credentials. */
  String digest(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      // Each part has its length as a prefix, so that different parts never give the same text.
      all.append(part.length()).append(':').append(part);
    }
    return HexFormat.of().formatHex(Digests.hmacSha256(key, all.toString().getBytes(UTF_8)));
  }

  /** Returns the cached or running verification, or starts one. Failures are not cached. */
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
