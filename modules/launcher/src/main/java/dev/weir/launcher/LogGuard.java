// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.weir.http.ClientFaults;
import dev.weir.server.NoisyLoggers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Sees every log event first. It ends the process on an {@link OutOfMemoryError}, because libraries
 * catch and log errors. It drops warnings of libraries about harmless events, except at level
 * {@code debug}.
 */
final class LogGuard extends TurboFilter {
  private final Logger ours;

  /**
   * Creates a guard. Faults of clients are logged only if Weir's own loggers are at {@code debug}.
   */
  LogGuard(Logger ours) {
    this.ours = ours;
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    Throwable cause = thrown == null ? last(parameters) : thrown;
    FatalError.endIfOutOfMemory(cause);
    return isAlarm(logger) || isOfAClient(logger, cause) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }

  /** SLF4J treats a throwable in the last parameter as the exception. */
  private static @Nullable Throwable last(Object @Nullable [] parameters) {
    return parameters != null
            && parameters.length > 0
            && parameters[parameters.length - 1] instanceof Throwable thrown
        ? thrown
        : null;
  }

  private static boolean isAlarm(Logger logger) {
    return NoisyLoggers.LOGGERS.stream().anyMatch(logger.getName()::startsWith)
        && !isDebugged(logger);
  }

  /**
   * Broken request bodies and abandoned answers are faults of clients, which must not fill the log.
   */
  private boolean isOfAClient(Logger logger, @Nullable Throwable thrown) {
    return ClientFaults.isOne(logger.getName(), thrown) && !isDebugged(ours);
  }

  /** Whether a logger logs at level debug. */
  static boolean isDebugged(Logger logger) {
    return !logger.getEffectiveLevel().isGreaterOrEqual(Level.INFO);
  }
}
