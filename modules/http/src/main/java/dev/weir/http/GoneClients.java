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
 * Notices clients that hang up while they are sent a log, or reset its stream. Of HTTP/2, all that
 * clients send is read at any time. Of HTTP/1.1, Grizzly reads nothing of a connection until its
 * request is answered, and so would not notice.
 *
 * <p>Such a connection that can be read, and of which there is nothing to read, is at its end.
 * Where there is something, such as the next request or the farewell of TLS, that is not known.
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

  /** Watches nobody yet. */
  static GoneClients start() throws IOException {
    return new GoneClients(Selector.open());
  }

  /** A connection or a stream whose request is being answered. */
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
   * Completes when the client of a request hangs up before it is answered.
   *
   * @param line its connection, or its stream of HTTP/2
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
      // Lets go of those: a channel is closed only then.
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
      // In this order: once the answer is over, Grizzly reads again.
      if (((SocketChannel) key.channel()).socket().getInputStream().available() == 0
          && !watched.over) {
        watched.line.closeSilently();
      }
      // Whatever there is to read stays unread.
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
