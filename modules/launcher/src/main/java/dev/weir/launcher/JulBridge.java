// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.jul.JULHelper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Forwards {@code java.util.logging} to Logback. Jersey, Grizzly and the JDK's own {@code
 * System.Logger} log there. Its loggers get Logback's levels, so that suppressed records cost
 * nothing.
 */
final class JulBridge implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final List<Handler> replaced = List.of(root.getHandlers());
  // Strong references: java.util.logging drops loggers, with their levels, that nothing refers to.
  private final Map<Logger, Level> before = new HashMap<>();

  /** Replaces the existing handlers. */
  JulBridge() {
    replaced.forEach(root::removeHandler);
    SLF4JBridgeHandler.install();
  }

  /**
   * Sets the level of a logger.
   *
   * @param level null to inherit the level of the parent logger
   */
  synchronized void level(String logger, ch.qos.logback.classic.@Nullable Level level) {
    Logger jul = JULHelper.asJULLogger(logger);
    if (!before.containsKey(jul)) {
      before.put(jul, jul.getLevel());
    }
    jul.setLevel(level == null ? null : JULHelper.asJULLevel(level));
  }

  /** Restores all levels. */
  synchronized void resetLevels() {
    before.forEach(Logger::setLevel);
  }

  /** Restores the previous handlers and levels. */
  @Override
  public void close() {
    SLF4JBridgeHandler.uninstall();
    replaced.forEach(root::addHandler);
    resetLevels();
  }
}
