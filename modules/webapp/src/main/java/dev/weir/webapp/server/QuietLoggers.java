// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import dev.weir.server.NoisyLoggers;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences {@link NoisyLoggers}, and restores their levels when closed. */
final class QuietLoggers implements AutoCloseable {
  // Strong references: java.util.logging drops loggers, with their levels, that nothing refers to.
  private final Map<Logger, Level> before = new HashMap<>();

  QuietLoggers() {
    for (String name : NoisyLoggers.LOGGERS) {
      Logger logger = Logger.getLogger(name);
      before.put(logger, logger.getLevel());
      logger.setLevel(Level.OFF);
    }
  }

  @Override
  public void close() {
    before.forEach(Logger::setLevel);
  }
}
