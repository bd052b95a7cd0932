// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import static io.netty.handler.codec.http2.Http2FrameLogger.Direction.INBOUND;

import dev.weir.http.limits.Rate;
import io.github.bucket4j.Bucket;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameLogger;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.logging.LogLevel;

/**
 * Counts a client's frames, and limits the rate of those that carry no request. It uses Netty's
 * hook for logging, the only one that sees frames of closed streams: the codec skips them.
 */
final class ControlFrames extends Http2FrameLogger {
  /** A client that reads an answer updates its windows, of the stream and of the connection. */
  private static final int ALLOWED_FOR_DATA = 4;

  private static final int DATA_BYTES = 4096;

  private final Bucket allowed;
  private long count;
  private boolean tooMany;

  ControlFrames(Http2Options options) {
    super(LogLevel.TRACE);
    this.allowed = Rate.perSecond(options.controlFramesPerSecond());
  }

  /** The number of frames so far; the headers of a request count as one. */
  long count() {
    return count;
  }

  /** Whether the client has exceeded the rate. */
  boolean areTooMany() {
    return tooMany;
  }

  /** Allows the window updates for the bytes that were sent. */
  void dataSent(int bytes) {
    allowed.addTokens(ALLOWED_FOR_DATA * (1L + bytes / DATA_BYTES));
  }

  private void control(Direction direction) {
    if (direction == INBOUND) {
      count++;
      tooMany |= !allowed.tryConsume(1);
    }
  }

  private void request(Direction direction) {
    count += direction == INBOUND ? 1 : 0;
  }

  @Override
  public void logData(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      ByteBuf data,
      int padding,
      boolean endStream) {
    request(direction);
  }

  @Override
  public void logHeaders(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int padding,
      boolean endStream) {
    request(direction);
  }

  @Override
  public void logHeaders(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int dependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean endStream) {
    request(direction);
  }

  @Override
  public void logPriority(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      int dependency,
      short weight,
      boolean exclusive) {
    control(direction);
  }

  @Override
  public void logRstStream(
      Direction direction, ChannelHandlerContext context, int stream, long errorCode) {
    control(direction);
  }

  @Override
  public void logSettingsAck(Direction direction, ChannelHandlerContext context) {
    control(direction);
  }

  @Override
  public void logSettings(
      Direction direction, ChannelHandlerContext context, Http2Settings settings) {
    control(direction);
  }

  @Override
  public void logPing(Direction direction, ChannelHandlerContext context, long data) {
    control(direction);
  }

  @Override
  public void logPingAck(Direction direction, ChannelHandlerContext context, long data) {
    control(direction);
  }

  @Override
  public void logPushPromise(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      int promised,
      Http2Headers headers,
      int padding) {
    control(direction);
  }

  @Override
  public void logGoAway(
      Direction direction,
      ChannelHandlerContext context,
      int lastStream,
      long errorCode,
      ByteBuf debugData) {
    control(direction);
  }

  @Override
  public void logWindowsUpdate(
      Direction direction, ChannelHandlerContext context, int stream, int increment) {
    control(direction);
  }

  @Override
  public void logUnknownFrame(
      Direction direction,
      ChannelHandlerContext context,
      byte type,
      int stream,
      Http2Flags flags,
      ByteBuf data) {
    control(direction);
  }
}
