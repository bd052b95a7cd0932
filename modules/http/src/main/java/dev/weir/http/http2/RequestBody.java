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
 * The body of a request as it arrives, for the worker that reads it. The window of the stream
 * bounds the unread bytes.
 */
final class RequestBody {
  private static final Piece END = new Piece(null, true);
  private static final Piece CUT_OFF = new Piece(null, false);

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private volatile boolean unwanted;

  /** Bytes of the body, or the way it ends. */
  private record Piece(@Nullable Buffer bytes, boolean last) {}

  /** Adds bytes, and returns whether they are kept to be read. */
  boolean add(byte[] bytes) {
    return !unwanted && pieces.add(new Piece(Buffers.wrap(null, bytes), false));
  }

  /** Marks the body as complete. */
  void end() {
    pieces.add(END);
  }

  /** Marks the body as cut off: no more of it will arrive. */
  void cutOff() {
    pieces.add(CUT_OFF);
  }

  /** Discards the body; nobody will read the rest. */
  void discard() {
    unwanted = true;
    pieces.clear();
  }

  /**
   * Waits for the next part of the body; empty at its end.
   *
   * @throws IOException if no part arrives in time, or the body is cut off
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
    // The end is kept for later calls.
    pieces.add(next);
    if (!next.last()) {
      throw new IOException("The stream ended before the body did");
    }
    return Buffers.EMPTY_BUFFER;
  }
}
