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
 * Sends Logback what {@code java.util.logging} gets: Jersey, Grizzly and the JDK's own {@code
 * System.Logger} log there. The levels there are those of Logback, so that a record nobody sees
 * costs nothing.
 */
final class JulBridge implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final List<Handler> replaced = List.of(root.getHandlers());
  // Held here, because java.util.logging forgets a logger, and its level, that nobody holds.
  private final Map<Logger, Level> before = new HashMap<>();

  /** Takes the place of the handlers that there are. */
  JulBridge() {
    replaced.forEach(root::removeHandler);
    SLF4JBridgeHandler.install();
  }

  /**
   * Gives a logger a level.
   *
   * @param level null for that of the logger above
   */
  synchronized void level(String logger, ch.qos.logback.classic.@Nullable Level level) {
    Logger jul = JULHelper.asJULLogger(logger);
    if (!before.containsKey(jul)) {
      before.put(jul, jul.getLevel());
    }
    jul.setLevel(level == null ? null : JULHelper.asJULLevel(level));
  }

  /** Puts all levels back. */
  synchronized void resetLevels() {
    before.forEach(Logger::setLevel);
  }

  /** Puts back what was there before. */
  @Override
  public void close() {
    SLF4JBridgeHandler.uninstall();
    replaced.forEach(root::addHandler);
    resetLevels();
  }
}
