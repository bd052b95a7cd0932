// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.concurrent.CompletableFuture;

/**
 * A readable part of a cluster, in the model.
 *
 * <p>A document knows its path in Flink's API and its mapping to the model, but no reader.
 * Documents with equal keys are the same document.
 *
 * @param <T> the type in the model
 */
public interface Document<T> {
  /** The name of the document within its cluster: its path in Flink's API. */
  String key();

  /**
   * Reads the document.
   *
   * @return fails with a {@link ClusterException}
   */
  CompletableFuture<Reading<T>> read(Source source);

  /** A cluster that documents are read from. */
  interface Source {
    /**
     * Reads one answer of Flink.
     *
     * @param path starts with a slash; may have a query
     * @param reader parses the answer
     * @return fails with a {@link ClusterException}
     */
    <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader);

    /** The keys of this cluster whose values are masked. */
    Secrets secrets();

    /** Reads another document: from the cluster, unless this source keeps snapshots. */
    default <T> CompletableFuture<Reading<T>> read(Document<T> other) {
      return other.read(this);
    }
  }
}
