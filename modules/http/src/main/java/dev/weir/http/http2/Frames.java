// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

/** Handles the frames of one connection: begins requests, and collects bodies. */
final class Frames extends Http2FrameAdapter {
  private final ServerConnection connection;

  Frames(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int padding,
      boolean endOfStream)
      throws Http2Exception {
    Http2Stream open = connection.stream(stream);
    if (open == null) {
      return;
    }
    ServerStream served = connection.served(open);
    if (served == null) {
      connection.begin(open, RequestHead.of(stream, headers), endOfStream);
    } else if (endOfStream) {
      // Trailers, which are not used.
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

  /** Returns how many bytes are consumed already, so that the client may send as many more. */
  @Override
  public int onDataRead(
      ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean endOfStream) {
    int bytes = data.readableBytes();
    Http2Stream open = connection.stream(stream);
    ServerStream served = open == null ? null : connection.served(open);
    boolean kept = served != null && served.received(data, endOfStream);
    return kept ? padding : bytes + padding;
  }

  @Override
  public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings)
      throws Http2Exception {
    connection.settled();
  }
}
