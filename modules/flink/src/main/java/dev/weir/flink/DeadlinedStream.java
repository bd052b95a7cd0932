package dev.weir.flink;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A stream that is closed at its deadline, so that whoever waits for more of it fails then. */
final class DeadlinedStream extends FilterInputStream {
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  DeadlinedStream(InputStream in, Duration deadline) {
    super(in);
    var unused =
        end.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((ended, late) -> closeSource());
  }

  @Override
  public void close() {
    end.complete(null);
  }

  private void closeSource() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
