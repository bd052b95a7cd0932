// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * What Netty's codec takes for a channel: bytes go in by {@link #writeInbound}, and come out to
 * whoever sends them, but never so many that they would lie somewhere unsent.
 *
 * <p>It has no thread; whoever uses it holds the lock of its connection.
 */
final class FrameChannel extends EmbeddedChannel {
  /** Handed on and not sent yet; more waits here, where the codec counts it. */
  private static final int MAX_ON_THE_WAY = 256 << 10;

  private static final int MAX_BYTES_AT_ONCE = 128 << 10;

  private final Consumer<byte[]> sender;
  private final Runnable closer;
  private int onTheWay;

  FrameChannel(Consumer<byte[]> sender, Runnable closer, ChannelHandler codec) {
    super(DefaultChannelId.newInstance(), false, false, codec);
    this.sender = sender;
    this.closer = closer;
    config().setAllocator(UnpooledByteBufAllocator.DEFAULT);
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer waiting) {
    while (!waiting.isEmpty() && onTheWay < MAX_ON_THE_WAY) {
      byte[] bytes = next(waiting);
      onTheWay += bytes.length;
      if (bytes.length > 0) {
        sender.accept(bytes);
      }
      // What follows a write, such as the end of the connection, follows it here too.
      waiting.removeBytes(bytes.length);
    }
  }

  private static byte[] next(ChannelOutboundBuffer waiting) {
    if (waiting.current() instanceof ByteBuf first && !first.isReadable()) {
      return new byte[0];
    }
    ByteBuffer[] buffers = waiting.nioBuffers(1024, MAX_BYTES_AT_ONCE);
    int count = waiting.nioBufferCount();
    ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(waiting.nioBufferSize()));
    for (int i = 0; i < count; i++) {
      whole.put(buffers[i].duplicate());
    }
    return whole.array();
  }

  /** So many of the bytes that were handed on are sent. */
  void sent(int bytes) {
    onTheWay -= bytes;
    if (isOpen()) {
      flush();
    }
  }

  /** What was handed on and is not sent. */
  int onTheWay() {
    return onTheWay;
  }

  @Override
  protected void doClose() throws Exception {
    super.doClose();
    closer.run();
  }
}
