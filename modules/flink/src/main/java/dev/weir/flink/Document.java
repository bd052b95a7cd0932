// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.concurrent.CompletableFuture;

/**
 * Something of a cluster that can be read.
 *
 * <p>A document knows where it comes from and how it maps to the model, and nothing of who asks for
 * it. Documents with the same key are the same document.
 *
 * @param <T> what it is in the model
 */
public interface Document<T> {
  /** Names it within its cluster: the path of Flink's API it is read from. */
  String key();

  /**
   * Reads it.
   *
   * @return what was read; fails with a {@link ClusterException}
   */
  CompletableFuture<Reading<T>> read(Source source);

  /** Where documents are read from. */
  interface Source {
    /**
     * Asks Flink itself.
     *
     * @param path starts with a slash and may have a query
     * @param reader reads the answer
     */
    <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader);

    /** Which keys of this cluster name a secret. */
    Secrets secrets();

    /** Reads another document, in whatever way those are read here. */
    <T> CompletableFuture<Reading<T>> read(Document<T> other);
  }
}
