// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Helpers for {@link CompletableFuture}. */
public final class Futures {
  private Futures() {}

  /** The values of all futures, in order; fails if one of them fails. */
  public static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
        .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
  }
}
