// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import java.io.EOFException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.WriteHandler;

/** The unsent bytes of an answer, and the callbacks that wait until fewer are left. */
final class Backlog {
  private final AtomicLong bytes = new AtomicLong();
  private final Queue<Runnable> whenSent = new ConcurrentLinkedQueue<>();
  private final Queue<WriteHandler> whenWritable = new ConcurrentLinkedQueue<>();
  private volatile long pace = Long.MAX_VALUE;
  private volatile boolean over;

  /** Sets how many unsent bytes make {@link #canWrite} false. */
  void pace(long most) {
    pace = most;
  }

  /** Whether the writer follows the pace at which the client reads. */
  boolean isPaced() {
    return pace < Long.MAX_VALUE;
  }

  void add(int more) {
    bytes.addAndGet(more);
  }

  void remove(int sent) {
    if (bytes.addAndGet(-sent) == 0) {
      tellSent();
    }
    tellWritable();
  }

  /** Marks the answer as over: nothing more will be sent. */
  void over() {
    over = true;
    tellSent();
    tellWritable();
  }

  /** After an answer is over, its stream accepts every write and discards it. */
  boolean canWrite() {
    return over || bytes.get() < pace;
  }

  void whenWritable(WriteHandler handler) {
    whenWritable.add(handler);
    tellWritable();
  }

  void whenSent(Runnable task) {
    whenSent.add(task);
    if (over || bytes.get() == 0) {
      tellSent();
    }
  }

  private void tellSent() {
    for (Runnable next = whenSent.poll(); next != null; next = whenSent.poll()) {
      next.run();
    }
  }

  private void tellWritable() {
    while (canWrite()) {
      WriteHandler next = whenWritable.poll();
      if (next == null) {
        return;
      }
      tell(next);
    }
  }

  private void tell(WriteHandler handler) {
    try {
      if (over) {
        handler.onError(new EOFException("The stream is closed"));
      } else {
        handler.onWritePossible();
      }
    } catch (Exception e) {
      handler.onError(e);
    }
  }
}
