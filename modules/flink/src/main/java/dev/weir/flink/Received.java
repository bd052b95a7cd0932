package dev.weir.flink;

import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;

/**
 * An answer as it came off the connection, in pieces: a large one is never copied into one.
 *
 * @param pieces in their order; read once
 * @param size of all, in bytes
 */
record Received(List<ByteBuffer> pieces, long size) {
  /** What has not been read yet. */
  InputStream stream() {
    return new SequenceInputStream(
        Collections.enumeration(pieces.stream().map(ByteBufferBackedInputStream::new).toList()));
  }

  byte[] bytes() {
    try (InputStream stream = stream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("It is in memory.", e);
    }
  }
}
