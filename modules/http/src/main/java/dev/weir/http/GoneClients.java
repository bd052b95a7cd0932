// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.security.Repeating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.http.server.AfterServiceListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Notices clients that hang up while a log is sent, or reset its stream. An HTTP/2 connection is
 * read at any time. An HTTP/1.1 connection is not read by Grizzly until its request is answered, so
 * a selector of its own watches it.
 *
 * <p>A connection that is ready to read and has no bytes is at its end. With bytes, such as the
 * next request or the end of TLS, nothing is known.
 */
final class GoneClients implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Selector selector;
  private final Queue<Watched> added = new ConcurrentLinkedQueue<>();
  private final Repeating timer;

  private GoneClients(Selector selector) {
    this.selector = selector;
    this.timer = Repeating.start("weir-gone-clients", INTERVAL, Thread::new);
    timer.add(this::look);
  }

  /** Starts the watch. */
  static GoneClients start() throws IOException {
    return new GoneClients(Selector.open());
  }

  /** A connection, or an HTTP/2 stream, that a log is sent on. */
  private static final class Watched implements AfterServiceListener {
    private final Closeable line;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final CloseListener<Closeable, CloseType> whenClosed =
        (closed, type) -> {
          over = true;
          gone.complete(null);
        };
    private volatile boolean over;

    Watched(Closeable line) {
      this.line = line;
    }

    @Override
    public void onAfterService(Request request) {
      over = true;
      line.removeCloseListener(whenClosed);
    }
  }

  /**
   * Completes if the client of a request hangs up before the answer is sent.
   *
   * @param line the connection of the request, or its HTTP/2 stream
   */
  CompletionStage<Void> of(Request request, Closeable line) {
    Watched watched = new Watched(line);
    request.addAfterServiceListener(watched);
    watched.line.addCloseListener(watched.whenClosed);
    added.add(watched);
    return watched.gone;
  }

  private void look() {
    try {
      register();
      selector.selectNow(GoneClients::look);
      for (SelectionKey key : selector.keys()) {
        if (((Watched) key.attachment()).over) {
          key.cancel();
        }
      }
      // Removes the cancelled keys; a channel is closed only after that.
      selector.selectNow(GoneClients::look);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void register() {
    for (Watched next = added.poll(); next != null; next = added.poll()) {
      if (!next.over
          && next.line instanceof NIOConnection nio
          && nio.getChannel() instanceof SocketChannel channel) {
        register(channel, next);
      }
    }
  }

  private void register(SocketChannel channel, Watched watched) {
    SelectionKey known = channel.keyFor(selector);
    try {
      if (known == null) {
        channel.register(selector, SelectionKey.OP_READ, watched);
      } else {
        known.attach(watched);
        known.interestOps(SelectionKey.OP_READ);
      }
    } catch (ClosedChannelException | CancelledKeyException e) {
      watched.gone.complete(null);
    }
  }

  private static void look(SelectionKey key) {
    Watched watched = (Watched) key.attachment();
    try {
      // In this order: after the answer, Grizzly reads the connection again.
      if (((SocketChannel) key.channel()).socket().getInputStream().available() == 0
          && !watched.over) {
        watched.line.closeSilently();
      }
      // The bytes are left for Grizzly.
      key.interestOps(0);
    } catch (IOException | CancelledKeyException e) {
      watched.line.closeSilently();
    }
  }

  @Override
  public void close() {
    timer.close();
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
