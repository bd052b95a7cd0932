// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it arrives, for the worker that reads it. The client may send no more
 * than the window of its stream before that is read.
 */
final class RequestBody {
  private static final Piece END = new Piece(null, true);
  private static final Piece CUT_OFF = new Piece(null, false);

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private volatile boolean unwanted;

  /** Bytes, or how the body ends. */
  private record Piece(@Nullable Buffer bytes, boolean last) {}

  /** Whether they are kept to be read. */
  boolean add(byte[] bytes) {
    return !unwanted && pieces.add(new Piece(Buffers.wrap(null, bytes), false));
  }

  /** It is complete. */
  void end() {
    pieces.add(END);
  }

  /** There will be no more of it, although it is not complete. */
  void cutOff() {
    pieces.add(CUT_OFF);
  }

  /** Nobody will read it, or the rest of it. */
  void discard() {
    unwanted = true;
    pieces.clear();
  }

  /**
   * The next part of it; empty at its end.
   *
   * @throws IOException if none comes in time, or none will come
   */
  Buffer await(Duration longest) throws IOException {
    Piece next;
    try {
      next = pieces.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the body was awaited", e);
    }
    if (next == null) {
      throw new IOException("No more of the body came in time");
    }
    if (next.bytes() != null) {
      return next.bytes();
    }
    // For whoever asks once more.
    pieces.add(next);
    if (!next.last()) {
      throw new IOException("The stream ended before the body did");
    }
    return Buffers.EMPTY_BUFFER;
  }
}
