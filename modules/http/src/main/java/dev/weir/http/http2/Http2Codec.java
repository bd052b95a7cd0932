// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import dev.weir.http.limits.Letters;
import dev.weir.model.Problem;
import dev.weir.model.ProblemKind;
import dev.weir.monitor.snapshots.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;

/**
 * Netty's codec with its guards on. It bounds unanswered control frames, resets, empty DATA and
 * short CONTINUATION frames, and it holds headers to RFC 9113.
 */
final class Http2Codec extends Http2ConnectionHandler {
  /** A larger table is of no use to the server's answers, and costs memory. */
  private static final int MAX_HEADER_TABLE_BYTES = 4096;

  /** Body bytes that a client may send before they are read, per stream and per connection. */
  private static final int WINDOW_BYTES = 128 << 10;

  private static final byte[] TOO_LARGE = Json.bytes(tooLarge());

  private final Streams streams;
  private final Runnable failed;

  private Http2Codec(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      Streams streams,
      Runnable failed) {
    super(decoder, encoder, settings);
    this.streams = streams;
    this.failed = failed;
  }

  private static Problem tooLarge() {
    String sentence =
        "The headers of the request are more than "
            + Letters.MAX_FIELDS
            + ", or more than weir.http.max-header-bytes allows.";
    return Problem.of(ProblemKind.HEADERS_TOO_LARGE, sentence);
  }

  static Http2Codec of(
      Http2Options options,
      ControlFrames frames,
      Http2FrameListener listener,
      Streams streams,
      Runnable failed) {
    return new Builder(options, frames, listener, streams, failed).build();
  }

  private static final class Builder
      extends AbstractHttp2ConnectionHandlerBuilder<Http2Codec, Builder> {
    private final Streams streams;
    private final Runnable failed;

    Builder(
        Http2Options options,
        ControlFrames frames,
        Http2FrameListener listener,
        Streams streams,
        Runnable failed) {
      this.streams = streams;
      this.failed = failed;
      server(true);
      frameLogger(frames);
      validateRequiredPseudoHeaders(true);
      gracefulShutdownTimeoutMillis(0);
      frameListener(listener);
      initialSettings(
          Http2Settings.defaultSettings()
              .initialWindowSize(WINDOW_BYTES)
              .maxConcurrentStreams(options.maxStreams())
              .maxHeaderListSize(options.maxHeaderBytes()));
    }

    @Override
    protected Http2Codec build() {
      return super.build();
    }

    @Override
    protected Http2Codec build(
        Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
      return new Http2Codec(decoder, encoder, settings, streams, failed);
    }
  }

  /** Sets the window of the connection, which is not part of the settings. */
  void openWindow() throws Http2Exception {
    Http2LocalFlowController window = decoder().flowController();
    Http2Stream all = connection().connectionStream();
    window.incrementWindowSize(all, WINDOW_BYTES - window.windowSize(all));
  }

  /** Whether the bytes so far end with a whole frame. */
  boolean isBetweenFrames() {
    return actualReadableBytes() == 0;
  }

  /** Bounds the header table, because a client may allow a larger one. */
  void boundHeaderTable() throws Http2Exception {
    Http2HeadersEncoder.Configuration headers = encoder().configuration().headersConfiguration();
    if (headers.maxHeaderTableSize() > MAX_HEADER_TABLE_BYTES) {
      headers.maxHeaderTableSize(MAX_HEADER_TABLE_BYTES);
    }
  }

  /** Answers headers that are too many or too large, as over HTTP/1.1. */
  @Override
  protected void onStreamError(
      ChannelHandlerContext context,
      boolean outbound,
      Throwable cause,
      Http2Exception.StreamException error) {
    if (error instanceof Http2Exception.HeaderListSizeException tooLarge
        && tooLarge.duringDecode()
        && isRefused(context, error.streamId())) {
      return;
    }
    if (!outbound && error.error() == Http2Error.STREAM_CLOSED && isNeverOpened(error.streamId())) {
      // The number is below one that is in use: RFC 9113, 5.1.1.
      onConnectionError(
          context,
          false,
          cause,
          Http2Exception.connectionError(
              Http2Error.PROTOCOL_ERROR, "Stream %d comes after a later one", error.streamId()));
      return;
    }
    super.onStreamError(context, outbound, cause, error);
  }

  private boolean isNeverOpened(int id) {
    return connection().stream(id) == null && !streams.wasOpened(id);
  }

  private boolean isRefused(ChannelHandlerContext context, int id) {
    Http2Stream stream = connection().stream(id);
    try {
      if (stream == null) {
        stream = connection().remote().createStream(id, true);
      }
    } catch (Http2Exception e) {
      return false;
    }
    if (stream.isHeadersSent()) {
      return false;
    }
    Http2Headers head =
        new DefaultHttp2Headers()
            .status("431")
            .add("content-type", "application/problem+json;charset=UTF-8")
            .add("date", FastHttpDateFormat.getCurrentDate());
    ByteBuf body = Unpooled.wrappedBuffer(TOO_LARGE);
    var unused = encoder().writeHeaders(context, id, head, 0, false, context.newPromise());
    var unusedToo =
        encoder()
            .writeData(context, id, body, 0, true, context.newPromise())
            .addListener(done -> end(context, id));
    return true;
  }

  private void end(ChannelHandlerContext context, int id) {
    if (connection().stream(id) != null) {
      var unused = resetStream(context, id, Http2Error.NO_ERROR.code(), context.newPromise());
    }
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext context, boolean outbound, Throwable cause, Http2Exception http2) {
    super.onConnectionError(context, outbound, cause, http2);
    failed.run();
  }
}
