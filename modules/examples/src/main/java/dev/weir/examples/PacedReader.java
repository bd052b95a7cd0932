// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads from another reader, but no faster than it shall. It never blocks the task: while nothing
 * is due it says so, and checkpoints go on.
 */
@SuppressWarnings("try") // How it may fail to close is up to the other reader.
final class PacedReader<T, S extends SourceSplit> implements SourceReader<T, S> {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final SourceReader<T, S> reader;
  private final long period;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(PacedReader::thread);
  private long next = System.nanoTime();
  private CompletableFuture<Void> due = CompletableFuture.completedFuture(null);

  /** Reads so many elements a second. */
  PacedReader(SourceReader<T, S> reader, double perSecond) {
    this.reader = reader;
    this.period = Math.round(SECOND / perSecond);
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    if (!due.isDone()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    InputStatus status = reader.pollNext(output);
    if (status == InputStatus.MORE_AVAILABLE) {
      due = nextDue();
      return due.isDone() ? status : InputStatus.NOTHING_AVAILABLE;
    }
    return status;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return due.isDone() ? reader.isAvailable() : due;
  }

  @Override
  public List<S> snapshotState(long checkpointId) {
    return reader.snapshotState(checkpointId);
  }

  @Override
  public void addSplits(List<S> splits) {
    reader.addSplits(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void close() throws Exception {
    timer.shutdownNow();
    reader.close();
  }

  /** Who is late catches up, but with no more than a second's elements. */
  private CompletableFuture<Void> nextDue() {
    long now = System.nanoTime();
    next = Math.max(next + period, now - SECOND);
    if (next <= now) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> then = new CompletableFuture<>();
    var unused = timer.schedule(() -> then.complete(null), next - now, TimeUnit.NANOSECONDS);
    return then;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "pace of the numbers");
    thread.setDaemon(true);
    return thread;
  }
}
