// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;

/** Remembers the streams of a connection, and reports the end of each. */
final class Streams extends Http2ConnectionAdapter {
  private static final int REMEMBERED = 1024;

  private final ServerConnection connection;
  private final int[] opened = new int[REMEMBERED];
  private int last;

  Streams(ServerConnection connection) {
    this.connection = connection;
  }

  /**
   * Whether the client has opened the stream with this number; true if it is too old to remember.
   */
  boolean wasOpened(int id) {
    return last - id >= 2 * REMEMBERED || opened[place(id)] == id;
  }

  private static int place(int id) {
    return id / 2 % REMEMBERED;
  }

  @Override
  public void onStreamAdded(Http2Stream stream) {
    last = Math.max(last, stream.id());
    opened[place(stream.id())] = stream.id();
  }

  /** Reports the end of a stream, whatever its reason. */
  @Override
  public void onStreamClosed(Http2Stream stream) {
    ServerStream served = connection.served(stream);
    if (served != null) {
      served.closed();
    }
  }
}
