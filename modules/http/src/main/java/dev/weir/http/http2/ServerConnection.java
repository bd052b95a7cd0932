// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import dev.weir.http.limits.Unsent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/2 connection: Netty's codec between Grizzly's connection and the chain that serves the
 * streams.
 *
 * <p>A lock guards the codec, for as long as a frame takes. Nothing blocks and no request is served
 * while the lock is held.
 */
final class ServerConnection {
  private static final Logger LOG = System.getLogger(ServerConnection.class.getName());

  /** How long a client may take to read the last frame. */
  private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Connection<?> connection;
  private final FilterChain below;
  private final FilterChain streamChain;
  private final long idleNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Http2Codec codec;
  private final FrameChannel channel;
  private final ControlFrames frames;
  private final Http2Connection.PropertyKey key;
  private final AtomicLong unsent = new AtomicLong();

  /** Requests that the codec has read since the lock was taken; guarded by the lock. */
  private final Queue<ServerStream> begun = new ArrayDeque<>();

  /** The thread that flushes after it has served what it has read. */
  private volatile @Nullable Thread reader;

  private long idleSince = System.nanoTime();

  /** When the connection has to be closed, in nanoseconds; 0 for not yet. Guarded by the lock. */
  private long deadline;

  ServerConnection(
      Connection<?> connection,
      FilterChain below,
      FilterChain streamChain,
      Http2Options options,
      Duration idle) {
    this.connection = connection;
    this.below = below;
    this.streamChain = streamChain;
    this.idleNanos = idle.toNanos();
    this.frames = new ControlFrames(options);
    Streams streams = new Streams(this);
    this.codec = Http2Codec.of(options, frames, new Frames(this), streams, this::failed);
    codec.connection().addListener(streams);
    this.key = codec.connection().newKey();
    this.channel = new FrameChannel(this::send, this::close, codec);
    Unsent.also(connection, unsent::get);
  }

  /** Opens the connection by sending the server's settings. */
  void open() {
    lock.lock();
    try {
      channel.register();
      codec.openWindow();
      channel.flush();
    } catch (Exception e) {
      broken(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads the bytes, and serves the requests in them.
   *
   * @return whether the bytes complete a frame and end with it; the headers of a request count as
   *     one
   */
  boolean received(Buffer message) {
    List<ServerStream> requests;
    boolean complete;
    lock.lock();
    try {
      long before = frames.count();
      ByteBuf bytes = Unpooled.copiedBuffer(message.toByteBuffer());
      message.tryDispose();
      if (channel.isOpen()) {
        channel.writeInbound(bytes);
        endIfFlooded();
      } else {
        bytes.release();
      }
      complete = frames.count() > before && codec.isBetweenFrames();
      requests = new ArrayList<>(begun);
      begun.clear();
    } catch (RuntimeException e) {
      broken(e);
      return false;
    } finally {
      lock.unlock();
    }
    if (!requests.isEmpty()) {
      serve(requests);
    }
    return complete;
  }

  private void endIfFlooded() {
    ChannelHandlerContext context = channel.pipeline().firstContext();
    if (frames.areTooMany() && deadline == 0 && context != null) {
      begun.clear();
      codec.onError(
          context,
          false,
          Http2Exception.connectionError(
              Http2Error.ENHANCE_YOUR_CALM,
              "More control frames than weir.http.control-frames-per-second"));
    }
  }

  private void serve(List<ServerStream> requests) {
    reader = Thread.currentThread();
    try {
      requests.forEach(request -> request.serve(streamChain));
    } finally {
      reader = null;
      flush();
    }
  }

  /** Begins a request whose headers are complete; it is served once the lock is released. */
  void begin(Http2Stream stream, RequestHead head, boolean ended) {
    ServerStream served = new ServerStream(this, stream, head, ended);
    stream.setProperty(key, served);
    begun.add(served);
  }

  /** The stream with this number; null if it has ended. */
  @Nullable Http2Stream stream(int id) {
    return codec.connection().stream(id);
  }

  /** The request of a stream; null if there is none yet. */
  @Nullable ServerStream served(Http2Stream stream) {
    return stream.getProperty(key);
  }

  /** Bounds the header table once the client has sent its settings. */
  void settled() throws Http2Exception {
    codec.boundHeaderTable();
  }

  /** Reports that bytes of an answer were sent. */
  void dataSent(int bytes) {
    frames.dataSent(bytes);
  }

  Connection<?> connection() {
    return connection;
  }

  /** Work with the codec. */
  @FunctionalInterface
  interface Work {
    void with(Http2Codec codec, ChannelHandlerContext context) throws Http2Exception;
  }

  /**
   * Does the work and sends the resulting frames, unless this thread is still reading.
   *
   * @return false if the connection is closed
   */
  boolean work(Work work) {
    lock.lock();
    try {
      ChannelHandlerContext context = channel.pipeline().firstContext();
      if (!channel.isOpen() || context == null) {
        return false;
      }
      work.with(codec, context);
      if (reader != Thread.currentThread()) {
        channel.flush();
      }
      return true;
    } catch (Http2Exception | RuntimeException e) {
      broken(e);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void flush() {
    work((http2, context) -> context.channel().flush());
  }

  /** Counts unsent bytes of answers; a negative number once they are sent. */
  void queued(long bytes) {
    unsent.addAndGet(bytes);
  }

  /** Grizzly declares the result of a write as a raw type. */
  @SuppressWarnings("rawtypes")
  private void send(byte[] bytes) {
    below.write(
        connection,
        null,
        Buffers.wrap(null, bytes),
        new EmptyCompletionHandler<WriteResult>() {
          @Override
          public void completed(WriteResult result) {
            sent(bytes.length);
          }

          @Override
          public void failed(Throwable thrown) {
            connection.terminateSilently();
          }
        });
  }

  private void sent(int bytes) {
    lock.lock();
    try {
      channel.sent(bytes);
    } catch (RuntimeException e) {
      broken(e);
    } finally {
      lock.unlock();
    }
  }

  private void close() {
    failed();
    connection.closeSilently();
  }

  /** Sets a deadline after the codec's GOAWAY, which the client may never read. */
  private void failed() {
    if (deadline == 0) {
      deadline = System.nanoTime() + GOODBYE_NANOS;
    }
  }

  private void broken(Throwable thrown) {
    LOG.log(Level.DEBUG, "A connection of HTTP/2 is closed", thrown);
    connection.terminateSilently();
  }

  /** Accepts no more requests; those under way are still answered. */
  void end() {
    work((http2, context) -> sayGoodbye(http2, context, Http2Error.NO_ERROR));
  }

  private static void sayGoodbye(
      Http2Codec http2, ChannelHandlerContext context, Http2Error reason) {
    int last = http2.connection().remote().lastStreamCreated();
    var unused =
        http2.goAway(context, last, reason.code(), Unpooled.EMPTY_BUFFER, context.newPromise());
  }

  /** Closes the connection if it is idle for too long or past its deadline. */
  void sweep(long now) {
    lock.lock();
    try {
      channel.runScheduledPendingTasks();
      if (codec.connection().numActiveStreams() > 0) {
        idleSince = now;
        endLate(now);
      }
      if (deadline == 0 && now - idleSince > idleNanos) {
        sayGoodbye(codec, channel.pipeline().firstContext(), Http2Error.NO_ERROR);
        channel.flush();
        failed();
      }
      if (deadline != 0 && now - deadline > 0) {
        connection.terminateSilently();
      }
    } catch (Http2Exception | RuntimeException e) {
      broken(e);
    } finally {
      lock.unlock();
    }
  }

  private void endLate(long now) throws Http2Exception {
    List<ServerStream> open = new ArrayList<>();
    codec
        .connection()
        .forEachActiveStream(
            stream -> {
              ServerStream served = served(stream);
              return served == null || open.add(served);
            });
    open.forEach(stream -> stream.endIfLate(now, idleNanos));
  }

  /** Closes the codec after its connection, and with it every stream. */
  void closed() {
    lock.lock();
    try {
      if (channel.isOpen()) {
        var unused = channel.close();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A connection of HTTP/2 was closed", e);
    } finally {
      lock.unlock();
    }
  }
}
