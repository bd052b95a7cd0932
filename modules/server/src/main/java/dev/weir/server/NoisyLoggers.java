// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.util.List;

/** Loggers of libraries that raise an alarm about what is ordinary here. */
public final class NoisyLoggers {
  /** Caffeine, of each answer that a cluster did not give; Jersey, of each client that hung up. */
  public static final List<String> LOGGERS =
      List.of(
          "com.github.benmanes.caffeine.cache",
          "org.glassfish.jersey.server.ServerRuntime$Responder");

  private NoisyLoggers() {}
}
