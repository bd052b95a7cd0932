// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.util.List;

/** Loggers of libraries that warn about harmless events. */
public final class NoisyLoggers {
  /**
   * Caffeine warns about each failed answer of a cluster, Jersey about each client that hung up,
   * Grizzly about a requested shutdown.
   */
  public static final List<String> LOGGERS =
      List.of(
          "com.github.benmanes.caffeine.cache",
          "org.glassfish.grizzly.nio.GracefulShutdownRunner",
          "org.glassfish.jersey.server.ServerRuntime$Responder");

  private NoisyLoggers() {}
}
