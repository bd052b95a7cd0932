// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import java.io.EOFException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.WriteHandler;

/** What is written of an answer and not sent, and who waits for it to become less. */
final class Backlog {
  private final AtomicLong bytes = new AtomicLong();
  private final Queue<Runnable> whenSent = new ConcurrentLinkedQueue<>();
  private final Queue<WriteHandler> whenWritable = new ConcurrentLinkedQueue<>();
  private volatile long pace = Long.MAX_VALUE;
  private volatile boolean over;

  /** From now on, that many bytes are enough. */
  void pace(long most) {
    pace = most;
  }

  /** Whether whoever writes minds how fast the client reads. */
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

  /** Nothing more will be sent. */
  void over() {
    over = true;
    tellSent();
    tellWritable();
  }

  /** Once its answer is over, a stream takes what is in vain. */
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
