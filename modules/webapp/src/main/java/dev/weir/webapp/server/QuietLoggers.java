// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import dev.weir.server.NoisyLoggers;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps {@link NoisyLoggers} quiet, and leaves them as they were. */
final class QuietLoggers implements AutoCloseable {
  // Held here, because java.util.logging forgets a logger, and its level, that nobody holds.
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
