// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import java.util.function.LongSupplier;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOConnection;

/** The bytes that a connection has to send still, because its client does not take them. */
public final class Unsent {
  private static final Attribute<LongSupplier> ELSEWHERE =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Unsent.class.getName());

  private Unsent() {}

  /** Counts bytes of a connection that wait elsewhere than in its own queue. */
  public static void also(Connection<?> connection, LongSupplier elsewhere) {
    ELSEWHERE.set(connection, elsewhere);
  }

  /** How many there are now. */
  static long of(Connection<?> connection) {
    LongSupplier elsewhere = ELSEWHERE.get(connection);
    long queued =
        connection instanceof NIOConnection nio ? nio.getAsyncWriteQueue().spaceInBytes() : 0;
    return elsewhere == null ? queued : queued + elsewhere.getAsLong();
  }
}
