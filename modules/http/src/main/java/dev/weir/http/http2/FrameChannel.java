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
 * The channel of Netty's codec. Bytes go in by {@link #writeInbound}, and come out to the sender.
 * The number of bytes handed on and not sent is bounded.
 *
 * <p>The channel has no thread; its user holds the lock of the connection.
 */
final class FrameChannel extends EmbeddedChannel {
  /**
   * Maximum number of bytes handed on and not sent. More of them wait here, where the codec counts
   * them.
   */
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
      // After the bytes: listeners of this write may end the connection.
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

  /** Reports that bytes handed on have been sent. */
  void sent(int bytes) {
    onTheWay -= bytes;
    if (isOpen()) {
      flush();
    }
  }

  /** The number of bytes handed on and not sent. */
  int onTheWay() {
    return onTheWay;
  }

  @Override
  protected void doClose() throws Exception {
    super.doClose();
    closer.run();
  }
}
