// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.ProcessorExecutor;
import org.glassfish.grizzly.WriteHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.MessageCloner;
import org.glassfish.grizzly.attributes.AttributeHolder;
import org.glassfish.grizzly.attributes.AttributeStorage;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 request and its answer. Bytes of the answer wait in the codec for the client's window.
 * The writer does not wait, unless it has set a {@link #pace}.
 */
final class ServerStream implements AttributeStorage, PacedSink {
  /** Maximum unread bytes of a body; beyond them the stream is reset. */
  private static final long MAX_UNREAD_BYTES = 16 << 20;

  private final ServerConnection connection;
  private final Http2Stream stream;
  private final Http2Packets request;
  private final RequestBody body = new RequestBody();
  private final StreamLife life = new StreamLife(() -> reset(Http2Error.INTERNAL_ERROR));
  private final AttributeHolder attributes =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createSafeAttributeHolder();

  private final Backlog backlog = new Backlog();
  private long unread;
  private volatile long answeredAt;
  private volatile boolean headSent;
  private volatile boolean outputEnded;

  ServerStream(ServerConnection connection, Http2Stream stream, RequestHead head, boolean ended) {
    this.connection = connection;
    this.stream = stream;
    this.request = Http2Packets.of(connection.connection(), head, ended);
  }

  /** Passes the request to its handlers; this thread must not hold the codec. */
  void serve(FilterChain chain) {
    if (!life.isOpen()) {
      return;
    }
    HttpContext context = HttpContext.newInstance(this, this, life, request);
    request.getProcessingState().setHttpContext(context);
    FilterChainContext up = chain.obtainFilterChainContext(connection.connection(), life);
    context.attach(up);
    up.getInternalContext().setIoEvent(IOEvent.READ);
    up.setMessage(
        HttpContent.builder(request)
            .content(Buffers.EMPTY_BUFFER)
            .last(!request.isExpectContent())
            .build());
    ProcessorExecutor.execute(up.getInternalContext());
  }

  // --- the request's body

  /** Adds body bytes. Returns whether they are kept; kept bytes are credited once they are read. */
  boolean received(ByteBuf data, boolean last) {
    boolean kept = data.isReadable() && body.add(ByteBufUtil.getBytes(data));
    unread += kept ? 0 : data.readableBytes();
    if (last) {
      ended();
    } else if (unread > MAX_UNREAD_BYTES) {
      reset(Http2Error.NO_ERROR);
    }
    return kept;
  }

  /**
   * Resets the stream if its answer was sent that long ago and the request is still incomplete. An
   * earlier reset would make some clients wait for ever.
   */
  void endIfLate(long now, long longest) {
    long since = answeredAt;
    if (since != 0 && now - since > longest) {
      reset(Http2Error.NO_ERROR);
    }
  }

  /** Marks the request as complete. */
  void ended() {
    body.end();
  }

  /** Waits for the next part of the body; only a worker may call this. */
  HttpContent awaitContent() throws IOException {
    long longest = connection.connection().getReadTimeout(TimeUnit.MILLISECONDS);
    Buffer next = body.await(Duration.ofMillis(longest));
    int bytes = next.remaining();
    if (bytes > 0) {
      connection.work(
          (codec, context) -> codec.decoder().flowController().consumeBytes(stream, bytes));
    } else {
      request.setExpectContent(false);
    }
    return HttpContent.builder(request).content(next).last(bytes == 0).build();
  }

  // --- the answer

  /**
   * Writes the head or a part of the answer.
   *
   * @param cloner copies content that has to wait; null if the content does not change
   * @throws EOFException if the stream is closed and the writer has set a pace
   */
  void write(
      HttpPacket packet,
      @Nullable MessageCloner<Buffer> cloner,
      @Nullable CompletionHandler<WriteResult<?, ?>> handler)
      throws IOException {
    if (!life.isOpen()) {
      gone(handler);
      return;
    }
    HttpResponsePacket response = (HttpResponsePacket) packet.getHttpHeader();
    if (response.isAcknowledgement()) {
      acknowledge(response);
      return;
    }
    HttpContent content = HttpContent.isContent(packet) ? (HttpContent) packet : null;
    boolean last = content != null && content.isLast();
    boolean withoutBody = request.isHeadRequest() || !ResponseHead.hasBody(response.getStatus());
    ByteBuf bytes = withoutBody || content == null ? Unpooled.EMPTY_BUFFER : bytes(content, cloner);
    Http2Headers head = null;
    if (!headSent) {
      headSent = true;
      response.setCommitted(true);
      head = ResponseHead.of(response);
    }
    send(head, bytes, last || withoutBody, handler);
  }

  /**
   * Stops a writer with a pace, which writes more than memory holds. Other answers exist already.
   */
  private void gone(@Nullable CompletionHandler<WriteResult<?, ?>> handler) throws EOFException {
    EOFException gone = new EOFException("The stream is closed");
    if (handler != null) {
      handler.failed(gone);
    }
    if (backlog.isPaced()) {
      throw gone;
    }
  }

  private ByteBuf bytes(HttpContent content, @Nullable MessageCloner<Buffer> cloner) {
    Buffer given = content.getContent();
    if (!given.hasRemaining()) {
      return Unpooled.EMPTY_BUFFER;
    }
    // The content may have to wait here, while its owner continues.
    Buffer kept = cloner == null ? given : cloner.clone(connection.connection(), given);
    return Unpooled.wrappedBuffer(kept.toByteBuffer());
  }

  private void acknowledge(HttpResponsePacket response) {
    Http2Headers head = ResponseHead.of(response);
    response.acknowledged();
    response.getHeaders().clear();
    connection.work(
        (codec, context) -> {
          var unused =
              codec
                  .encoder()
                  .writeHeaders(context, stream.id(), head, 0, false, context.newPromise());
        });
  }

  private void send(
      @Nullable Http2Headers head,
      ByteBuf bytes,
      boolean last,
      @Nullable CompletionHandler<WriteResult<?, ?>> handler) {
    int length = bytes.readableBytes();
    boolean data = length > 0 || (head == null && last);
    if (outputEnded || (head == null && !data)) {
      written(0, null, handler);
      return;
    }
    outputEnded = last;
    backlog.add(length);
    connection.queued(length);
    boolean taken =
        connection.work(
            (codec, context) -> {
              var unused =
                  frames(codec, context, head, data ? bytes : null, last)
                      .addListener(
                          future -> {
                            written(length, future.cause(), handler);
                            if (last) {
                              // 0 means not yet.
                              answeredAt = System.nanoTime() | 1;
                            }
                          });
            });
    if (!taken) {
      written(length, new EOFException("The connection is closed"), handler);
    }
  }

  private ChannelFuture frames(
      Http2Codec codec,
      ChannelHandlerContext context,
      @Nullable Http2Headers head,
      @Nullable ByteBuf data,
      boolean last) {
    int id = stream.id();
    ChannelFuture headed =
        head == null
            ? context.newSucceededFuture()
            : codec
                .encoder()
                .writeHeaders(context, id, head, 0, last && data == null, context.newPromise());
    return data == null
        ? headed
        : codec.encoder().writeData(context, id, data, 0, last, context.newPromise());
  }

  private void written(
      int bytes,
      @Nullable Throwable failure,
      @Nullable CompletionHandler<WriteResult<?, ?>> handler) {
    connection.queued(-bytes);
    if (failure == null) {
      connection.dataSent(bytes);
    }
    if (handler != null && failure == null) {
      handler.completed(WriteResult.create(connection.connection(), null, null, bytes));
    } else if (handler != null) {
      handler.failed(failure);
    }
    backlog.remove(bytes);
  }

  /** Calls the handler once all written bytes are sent, or never will be. */
  void whenSent(@Nullable CompletionHandler<?> handler) {
    if (handler != null) {
      backlog.whenSent(() -> handler.completed(null));
    }
  }

  /** Ends the answer; the rest of the request is discarded. */
  void answered() {
    body.discard();
    connection.work(
        (codec, context) -> {
          if (isKnown(codec)) {
            Http2LocalFlowController window = codec.decoder().flowController();
            window.consumeBytes(stream, window.unconsumedBytes(stream));
          }
        });
  }

  private void reset(Http2Error reason) {
    connection.work(
        (codec, context) -> {
          if (isKnown(codec)) {
            var unused =
                codec.resetStream(context, stream.id(), reason.code(), context.newPromise());
          }
        });
  }

  private boolean isKnown(Http2Codec codec) {
    return codec.connection().stream(stream.id()) != null;
  }

  /** Ends the stream after the codec has dropped it. */
  void closed() {
    body.cutOff();
    life.over();
    backlog.over();
  }

  // --- how much may be written

  @Override
  public void pace(long bytes) {
    backlog.pace(bytes);
  }

  @Override
  public boolean canWrite() {
    return backlog.canWrite();
  }

  @Override
  @Deprecated
  public boolean canWrite(int length) {
    return backlog.canWrite();
  }

  @Override
  public void notifyCanWrite(WriteHandler handler) {
    backlog.whenWritable(handler);
  }

  @Override
  @Deprecated
  public void notifyCanWrite(WriteHandler handler, int length) {
    backlog.whenWritable(handler);
  }

  @Override
  public AttributeHolder getAttributes() {
    return attributes;
  }
}
