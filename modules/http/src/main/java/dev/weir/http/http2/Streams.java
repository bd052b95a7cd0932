// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;

/** Which streams a connection has had, and the end of each. */
final class Streams extends Http2ConnectionAdapter {
  private static final int REMEMBERED = 1024;

  private final ServerConnection connection;
  private final int[] opened = new int[REMEMBERED];
  private int last;

  Streams(ServerConnection connection) {
    this.connection = connection;
  }

  /** Whether a client's stream of that number has been open, as far as that is remembered. */
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

  /** However it ended. */
  @Override
  public void onStreamClosed(Http2Stream stream) {
    ServerStream served = connection.served(stream);
    if (served != null) {
      served.closed();
    }
  }
}
