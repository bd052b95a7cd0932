// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import dev.weir.http.ClientFaults;
import dev.weir.server.LogText;
import dev.weir.server.NoisyLoggers;
import dev.weir.server.OutOfMemory;
import dev.weir.server.settings.types.LogLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends to Flink's log what Weir and its libraries log by {@code java.util.logging}, one line a
 * record. Other loggers of the process are left as they are.
 */
final class FlinkLog extends Handler {
  private static final String OURS = "dev.weir";
  private static final List<String> LIBRARIES = List.of("org.glassfish", "org.jvnet.hk2");

  private final Formatter messages = new SimpleFormatter();
  // Strong references: java.util.logging drops loggers, with their levels, that nothing refers to.
  private final Map<String, Logger> loggers = new HashMap<>();
  private final Runnable onOutOfMemory;

  private FlinkLog(Runnable onOutOfMemory) {
    this.onOutOfMemory = onOutOfMemory;
  }

  /**
   * Begins, until {@link #close}.
   *
   * @param level from which level on Weir's own records count
   * @param onOutOfMemory runs for each record of exhausted memory
   */
  static FlinkLog install(LogLevel level, Runnable onOutOfMemory) {
    FlinkLog log = new FlinkLog(onOutOfMemory);
    log.take(OURS, jul(level));
    LIBRARIES.forEach(library -> log.take(library, Level.WARNING));
    if (level != LogLevel.DEBUG) {
      NoisyLoggers.LOGGERS.forEach(noisy -> log.take(noisy, Level.OFF));
    }
    return log;
  }

  private void take(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    loggers.put(name, logger);
    logger.setLevel(level);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  private static Level jul(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.SEVERE;
      case WARNING -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }

  @Override
  public void publish(LogRecord entry) {
    String name = String.valueOf(entry.getLoggerName());
    @Nullable Throwable thrown = entry.getThrown();
    if (OutOfMemory.isCause(thrown)) {
      onOutOfMemory.run();
    }
    org.slf4j.Logger flinks = LoggerFactory.getLogger(name);
    if (ClientFaults.isOne(name, thrown) && !flinks.isDebugEnabled()) {
      return;
    }
    String text = LogText.oneLine(messages.formatMessage(entry));
    say(flinks, entry.getLevel(), thrown == null ? text : text + " (" + LogText.of(thrown) + ")");
    if (thrown != null) {
      flinks.debug("Cause", thrown);
    }
  }

  private static void say(org.slf4j.Logger logger, Level level, String text) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      logger.error(text);
    } else if (level.intValue() >= Level.WARNING.intValue()) {
      logger.warn(text);
    } else if (level.intValue() >= Level.INFO.intValue()) {
      logger.info(text);
    } else {
      logger.debug(text);
    }
  }

  @Override
  public void flush() {
    // Flink's log is written record by record.
  }

  @Override
  public void close() {
    loggers
        .values()
        .forEach(
            logger -> {
              logger.removeHandler(this);
              logger.setUseParentHandlers(true);
              logger.setLevel(null);
            });
  }
}
