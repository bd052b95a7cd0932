// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A stream that is closed at its deadline, and when a read has waited for too long. Its reader
 * fails then.
 */
final class DeadlinedStream extends FilterInputStream {
  private static final int SKIPPED_AT_ONCE = 1 << 13;

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final long silenceNanos;

  /** When the read under way began; 0 while there is none. */
  private volatile long waitingSince;

  DeadlinedStream(InputStream in, Duration deadline, Duration silence) {
    super(in);
    this.silenceNanos = silence.toNanos();
    var unused =
        ended
            .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((end, late) -> closeSource());
    lookIn(silenceNanos);
  }

  /** Completes when the stream is closed, however that comes. */
  CompletionStage<Void> ended() {
    return ended.handle((end, late) -> null);
  }

  private void lookIn(long nanos) {
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::look);
  }

  private void look() {
    if (ended.isDone()) {
      return;
    }
    long since = waitingSince;
    long waited = since == 0 ? 0 : System.nanoTime() - since;
    if (waited < silenceNanos) {
      lookIn(silenceNanos - waited);
    } else {
      ended.completeExceptionally(new TimeoutException());
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    waitingSince = System.nanoTime() | 1;
    try {
      return super.read(bytes, offset, length);
    } finally {
      waitingSince = 0;
    }
  }

  /** By one read, so that a long skip is not taken for a long wait. */
  @Override
  public long skip(long bytes) throws IOException {
    int most = (int) Math.min(bytes, SKIPPED_AT_ONCE);
    return most <= 0 ? 0 : Math.max(0, read(new byte[most], 0, most));
  }

  @Override
  public void close() {
    ended.complete(null);
  }

  private void closeSource() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
