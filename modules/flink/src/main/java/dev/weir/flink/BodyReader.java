// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * How the bytes of an answer become a value: at once when all have arrived, or while they arrive.
 *
 * @param <R> the shape of the answer
 */
public interface BodyReader<R> {
  /**
   * Begins with an answer.
   *
   * @param bytes its expected length; 0 if that is unknown
   */
  Arrival<R> begin(long bytes);

  /** One answer, from its first byte on; used by one thread at a time. */
  interface Arrival<R> {
    /** Takes in what has arrived; called in order, before {@link #read}. */
    void add(ByteBuffer piece);

    /**
     * The value, once the body is complete.
     *
     * @param whole all that was added
     * @return fails with an {@link java.io.IOException} if the body does not have the shape
     */
    CompletableFuture<R> read(BufferedBody whole);
  }
}
