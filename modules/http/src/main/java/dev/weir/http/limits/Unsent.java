// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import java.util.function.LongSupplier;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOConnection;

/** Counts the bytes of answers that a client has not read yet, for each connection. */
public final class Unsent {
  private static final Attribute<LongSupplier> ELSEWHERE =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Unsent.class.getName());

  private Unsent() {}

  /** Adds a count of bytes that wait outside the write queue of the connection, as of HTTP/2. */
  public static void also(Connection<?> connection, LongSupplier elsewhere) {
    ELSEWHERE.set(connection, elsewhere);
  }

  /** The unsent bytes of a connection now. */
  static long of(Connection<?> connection) {
    LongSupplier elsewhere = ELSEWHERE.get(connection);
    long queued =
        connection instanceof NIOConnection nio ? nio.getAsyncWriteQueue().spaceInBytes() : 0;
    return elsewhere == null ? queued : queued + elsewhere.getAsLong();
  }
}
