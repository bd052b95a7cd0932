// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;

/**
 * The body of an answer as it came off the connection, in pieces: a large one is never copied into
 * one array.
 *
 * @param pieces in their order; not to be changed
 * @param size of all, in bytes
 */
public record BufferedBody(List<ByteBuffer> pieces, long size) {
  /** A body of these pieces. */
  public static BufferedBody of(List<ByteBuffer> pieces) {
    return new BufferedBody(pieces, pieces.stream().mapToLong(ByteBuffer::remaining).sum());
  }

  /** The bytes from the first on; each stream begins anew. */
  public InputStream stream() {
    return new SequenceInputStream(
        Collections.enumeration(
            pieces.stream()
                .map(piece -> new ByteBufferBackedInputStream(piece.duplicate()))
                .toList()));
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    try (InputStream stream = stream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("It is in memory.", e);
    }
  }
}
