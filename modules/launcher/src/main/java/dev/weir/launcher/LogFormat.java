// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import dev.weir.server.LogText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.BooleanSupplier;

/**
 * One line per record: time, level, last two parts of the logger's name, message. An exception adds
 * its message and origin. Its stack trace follows only on request.
 */
final class LogFormat extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private final ZoneId zone;
  private final BooleanSupplier stackTraces;

  /**
   * Creates a format.
   *
   * @param stackTraces asked for each exception: whether its stack trace follows
   */
  LogFormat(ZoneId zone, BooleanSupplier stackTraces) {
    this.zone = zone;
    this.stackTraces = stackTraces;
  }

  @Override
  public String doLayout(ILoggingEvent entry) {
    StringBuilder text = new StringBuilder(160);
    text.append(TIME.format(entry.getInstant().atZone(zone)))
        .append(' ')
        .append(level(entry.getLevel()))
        .append(' ')
        .append(shortName(entry.getLoggerName()))
        .append(": ")
        .append(LogText.oneLine(entry.getFormattedMessage()));
    Throwable thrown =
        entry.getThrowableProxy() instanceof ThrowableProxy p ? p.getThrowable() : null;
    if (thrown != null) {
      text.append(" (").append(LogText.of(thrown)).append(')');
    }
    text.append(System.lineSeparator());
    if (thrown != null && stackTraces.getAsBoolean()) {
      text.append(stackTrace(thrown));
    }
    return text.toString();
  }

  private static String level(Level level) {
    if (level.isGreaterOrEqual(Level.ERROR)) {
      return "ERROR";
    }
    if (level.isGreaterOrEqual(Level.WARN)) {
      return "WARN ";
    }
    return level.isGreaterOrEqual(Level.INFO) ? "INFO " : "DEBUG";
  }

  private static String shortName(String logger) {
    int last = logger.lastIndexOf('.');
    return logger.substring(logger.lastIndexOf('.', last - 1) + 1);
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    try (PrintWriter writer = new PrintWriter(text)) {
      thrown.printStackTrace(writer);
    }
    return text.toString();
  }
}
