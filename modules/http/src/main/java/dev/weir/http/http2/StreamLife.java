// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import java.io.EOFException;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseReason;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.GrizzlyFuture;
import org.glassfish.grizzly.impl.FutureImpl;
import org.glassfish.grizzly.impl.SafeFutureImpl;
import org.jspecify.annotations.Nullable;

/** The life of a stream, in Grizzly's terms. */
final class StreamLife implements Closeable {
  private final Runnable reset;
  private final Queue<CloseListener<Closeable, CloseType>> listeners =
      new ConcurrentLinkedQueue<>();
  private final FutureImpl<CloseReason> closed = SafeFutureImpl.create();
  private volatile boolean open = true;

  /** Creates the life of an open stream; {@code reset} ends the stream early. */
  StreamLife(Runnable reset) {
    this.reset = reset;
  }

  /** Marks the stream as ended. */
  void over() {
    open = false;
    closed.result(CloseReason.REMOTELY_CLOSED_REASON);
    for (CloseListener<Closeable, CloseType> next = listeners.poll();
        next != null;
        next = listeners.poll()) {
      tell(next);
    }
  }

  private void tell(CloseListener<Closeable, CloseType> listener) {
    try {
      listener.onClosed(this, CloseType.REMOTELY);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void assertOpen() throws IOException {
    if (!open) {
      throw new EOFException("The stream is closed");
    }
  }

  /** Grizzly declares the listener as a raw type. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public void addCloseListener(CloseListener listener) {
    listeners.add(listener);
    if (!open && listeners.remove(listener)) {
      tell(listener);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean removeCloseListener(CloseListener listener) {
    return listeners.remove(listener);
  }

  @Override
  public GrizzlyFuture<CloseReason> closeFuture() {
    return closed;
  }

  @Override
  public void terminateSilently() {
    reset.run();
  }

  @Override
  public GrizzlyFuture<Closeable> terminate() {
    return close();
  }

  @Override
  public void terminateWithReason(@Nullable IOException cause) {
    reset.run();
  }

  @Override
  public void closeSilently() {
    reset.run();
  }

  @Override
  public GrizzlyFuture<Closeable> close() {
    reset.run();
    FutureImpl<Closeable> done = SafeFutureImpl.create();
    done.result(this);
    return done;
  }

  @Override
  @Deprecated
  public void close(@Nullable CompletionHandler<Closeable> handler) {
    reset.run();
    if (handler != null) {
      handler.completed(this);
    }
  }

  @Override
  public void closeWithReason(@Nullable IOException cause) {
    reset.run();
  }
}
