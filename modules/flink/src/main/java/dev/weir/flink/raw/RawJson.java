// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.raw;

import dev.weir.flink.BodyReader;
import dev.weir.flink.BufferedBody;
import dev.weir.flink.ClusterException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A JSON document as Flink sent it. */
public final class RawJson {
  private final byte[] bytes;

  /**
   * A document.
   *
   * @param bytes well-formed JSON in UTF-8; not to be changed
   */
  public RawJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The document in UTF-8; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Parses the document.
   *
   * @return fails with a {@link ClusterException} {@code UNEXPECTED_ANSWER} if it has another shape
   */
  public <R> CompletableFuture<R> read(BodyReader<R> reader) {
    BodyReader.Arrival<R> arrival = reader.begin(bytes.length);
    ByteBuffer whole = ByteBuffer.wrap(bytes);
    arrival.add(whole.duplicate());
    return arrival
        .read(BufferedBody.of(List.of(whole)))
        .exceptionallyCompose(
            thrown ->
                CompletableFuture.failedFuture(
                    ClusterException.unwrap(thrown) instanceof ClusterException known
                        ? known
                        : new ClusterException(
                            ClusterException.Reason.UNEXPECTED_ANSWER,
                            "The cluster's answer cannot be understood.",
                            thrown)));
  }
}
