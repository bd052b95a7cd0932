package dev.weir.flink;

import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came off the connection, in pieces: a large one is never copied into one.
 *
 * @param pieces in their order; not to be changed
 * @param size of all, in bytes
 * @param halves what has read of it already; null for nothing
 */
record Received(List<ByteBuffer> pieces, long size, @Nullable VertexHalves halves) {
  static Received of(List<ByteBuffer> pieces) {
    return new Received(pieces, pieces.stream().mapToLong(ByteBuffer::remaining).sum(), null);
  }

  /** From the beginning. */
  InputStream stream() {
    return new SequenceInputStream(
        Collections.enumeration(
            pieces.stream()
                .map(piece -> new ByteBufferBackedInputStream(piece.duplicate()))
                .toList()));
  }

  byte[] bytes() {
    try (InputStream stream = stream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("It is in memory.", e);
    }
  }
}
