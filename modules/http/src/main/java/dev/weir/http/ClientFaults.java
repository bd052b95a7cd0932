// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import java.io.IOException;
import org.glassfish.grizzly.http.HttpBrokenContentException;
import org.jspecify.annotations.Nullable;

/** Faults of clients that Grizzly logs as its own. */
public final class ClientFaults {
  private static final String HANDLER = "org.glassfish.grizzly.http.server.HttpHandler";

  private ClientFaults() {}

  /**
   * Whether a log record is about a broken request body or an abandoned answer. Such records must
   * not fill the log.
   */
  public static boolean isOne(String logger, @Nullable Throwable thrown) {
    return thrown instanceof HttpBrokenContentException
        || (thrown instanceof IOException && HANDLER.equals(logger));
  }
}
