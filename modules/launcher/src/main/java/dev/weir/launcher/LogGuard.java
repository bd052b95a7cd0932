// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.weir.server.NoisyLoggers;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.HttpBrokenContentException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Sees all that is logged first. It ends the process where memory was exhausted, since libraries
 * catch errors and log them; and it keeps out alarms about what is ordinary, unless they are asked
 * for by level {@code debug}.
 */
final class LogGuard extends TurboFilter {
  /** Grizzly, of the end that was asked for; and those of any server. */
  private static final List<String> ALARMISTS =
      Stream.concat(
              Stream.of("org.glassfish.grizzly.nio.GracefulShutdownRunner"),
              NoisyLoggers.LOGGERS.stream())
          .toList();

  private final Logger ours;

  /** A guard that knows by the level of Weir's own loggers whether clients' doings count. */
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

  /** SLF4J takes the last parameter for what was thrown. */
  private static @Nullable Throwable last(Object @Nullable [] parameters) {
    return parameters != null
            && parameters.length > 0
            && parameters[parameters.length - 1] instanceof Throwable thrown
        ? thrown
        : null;
  }

  private static boolean isAlarm(Logger logger) {
    return ALARMISTS.stream().anyMatch(logger.getName()::startsWith) && !isDebugged(logger);
  }

  /**
   * A body that is no body, or an answer nobody waits for any more, is its client's doing, and no
   * stranger fills the log.
   */
  private boolean isOfAClient(Logger logger, @Nullable Throwable thrown) {
    return (thrown instanceof HttpBrokenContentException
            || (thrown instanceof IOException
                && "org.glassfish.grizzly.http.server.HttpHandler".equals(logger.getName())))
        && !isDebugged(ours);
  }

  /** Whether debug lines of a logger are asked for. */
  static boolean isDebugged(Logger logger) {
    return !logger.getEffectiveLevel().isGreaterOrEqual(Level.INFO);
  }
}
