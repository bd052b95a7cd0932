package dev.weir.launcher.server.http2;

import static io.netty.handler.codec.http2.Http2Error.ENHANCE_YOUR_CALM;

import io.github.bucket4j.Bucket;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.time.Duration;

/**
 * What the codec reads of one connection: requests are begun, bodies collected, and frames that
 * carry neither are held to a rate.
 */
final class Frames extends Http2ConnectionAdapter implements Http2FrameListener {
  private static final int SECONDS_AT_ONCE = 10;

  /** A client that takes an answer says so as it comes, for the stream and for the connection. */
  private static final int ALLOWED_FOR_DATA = 4;

  private static final int DATA_BYTES = 4096;

  private final ServerConnection connection;
  private final Bucket control;
  private long count;

  Frames(ServerConnection connection, Http2Options options) {
    this.connection = connection;
    int rate = options.controlFramesPerSecond();
    this.control =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity((long) rate * SECONDS_AT_ONCE)
                        .refillGreedy(rate, Duration.ofSeconds(1)))
            .build();
  }

  /** How many frames there were, a request's headers as one. */
  long count() {
    return count;
  }

  /** That much was sent, of which the client may tell that it has come. */
  void dataSent(int bytes) {
    control.addTokens(ALLOWED_FOR_DATA * (1L + bytes / DATA_BYTES));
  }

  private void control() throws Http2Exception {
    count++;
    if (!control.tryConsume(1)) {
      throw Http2Exception.connectionError(
          ENHANCE_YOUR_CALM, "More control frames than weir.http.control-frames-per-second");
    }
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int padding,
      boolean endOfStream)
      throws Http2Exception {
    count++;
    Http2Stream open = connection.stream(stream);
    if (open == null) {
      return;
    }
    ServerStream served = connection.served(open);
    if (served == null) {
      connection.begin(open, RequestHead.of(stream, headers), endOfStream);
    } else if (endOfStream) {
      // Trailers, which say nothing that is of use here.
      served.ended();
    }
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int dependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean endOfStream)
      throws Http2Exception {
    onHeadersRead(context, stream, headers, padding, endOfStream);
  }

  /** How much of it is done with, so that the client may send more. */
  @Override
  public int onDataRead(
      ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean endOfStream) {
    count++;
    int bytes = data.readableBytes();
    Http2Stream open = connection.stream(stream);
    ServerStream served = open == null ? null : connection.served(open);
    if (served == null) {
      return bytes + padding;
    }
    boolean kept = served.received(data, endOfStream);
    return kept ? padding : bytes + padding;
  }

  @Override
  public void onPriorityRead(
      ChannelHandlerContext context, int stream, int dependency, short weight, boolean exclusive)
      throws Http2Exception {
    control();
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext context, int stream, long errorCode) {
    count++;
  }

  @Override
  public void onSettingsAckRead(ChannelHandlerContext context) throws Http2Exception {
    control();
  }

  @Override
  public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings)
      throws Http2Exception {
    control();
    connection.settled();
  }

  @Override
  public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
    control();
  }

  @Override
  public void onPingAckRead(ChannelHandlerContext context, long data) throws Http2Exception {
    control();
  }

  @Override
  public void onPushPromiseRead(
      ChannelHandlerContext context, int stream, int promised, Http2Headers headers, int padding)
      throws Http2Exception {
    control();
  }

  @Override
  public void onGoAwayRead(
      ChannelHandlerContext context, int lastStream, long errorCode, ByteBuf debugData)
      throws Http2Exception {
    control();
  }

  @Override
  public void onWindowUpdateRead(ChannelHandlerContext context, int stream, int increment)
      throws Http2Exception {
    control();
  }

  @Override
  public void onUnknownFrame(
      ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
      throws Http2Exception {
    control();
  }

  /** However it ended. */
  @Override
  public void onStreamClosed(Http2Stream stream) {
    ServerStream served = connection.served(stream);
    if (served != null) {
      served.closed();
    }
  }
}
