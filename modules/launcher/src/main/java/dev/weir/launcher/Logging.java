package dev.weir.launcher;

import dev.weir.server.Alarmists;
import dev.weir.server.settings.LogLevel;
import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.HttpBrokenContentException;

/**
 * The log of the process: everything that goes to {@code java.util.logging}, which is where Jersey,
 * Grizzly and the JDK's own {@code System.Logger} write too. Weir's loggers follow the level of the
 * settings; what libraries say counts from warning up.
 */
final class Logging implements AutoCloseable {
  private static final String OURS = "dev.weir";

  /** Grizzly, of the end that was asked for; and those of any server. */
  private static final List<String> ALARMISTS =
      Stream.concat(
              Stream.of("org.glassfish.grizzly.nio.GracefulShutdownRunner"),
              Alarmists.LOGGERS.stream())
          .toList();

  private final Logger root = LogManager.getLogManager().getLogger("");
  // Held here, because java.util.logging forgets a logger, and its level, that nobody holds.
  private final Logger ours = Logger.getLogger(OURS);
  private final List<Handler> replaced = new ArrayList<>(List.of(root.getHandlers()));
  private final Level rootBefore = root.getLevel();
  private final Level oursBefore = ours.getLevel();
  private final Handler handler;
  private final Handler fatal = new FatalError.LogHandler();

  private Logging(LogLevel level, PrintWriter out, ZoneId zone) {
    handler = new WriterHandler(out);
    handler.setFormatter(new LogFormat(zone, level == LogLevel.DEBUG));
    handler.setLevel(Level.ALL);
    handler.setFilter(entry -> !isAlarm(entry) && (level == LogLevel.DEBUG || !isOfAClient(entry)));
    replaced.forEach(root::removeHandler);
    root.addHandler(handler);
    root.addHandler(fatal);
    root.setLevel(level == LogLevel.ERROR ? Level.SEVERE : Level.WARNING);
    ours.setLevel(level(level));
  }

  /**
   * By the name, not by the level: what is logged of exhausted memory must be seen all the same.
   */
  private static boolean isAlarm(LogRecord entry) {
    String logger = String.valueOf(entry.getLoggerName());
    return ALARMISTS.stream().anyMatch(logger::startsWith);
  }

  /**
   * A body that is no body, or an answer nobody waits for any more, is its client's doing, and no
   * stranger fills the log.
   */
  private static boolean isOfAClient(LogRecord entry) {
    return entry.getThrown() instanceof HttpBrokenContentException
        || (entry.getThrown() instanceof IOException
            && "org.glassfish.grizzly.http.server.HttpHandler".equals(entry.getLoggerName()));
  }

  /** Sends the log to a writer, from now on and until this is closed. */
  static Logging to(PrintWriter out, LogLevel level, ZoneId zone) {
    return new Logging(level, out, zone);
  }

  /** Says what the user should know of the settings. */
  void tell(Settings settings) {
    Logger log = Logger.getLogger(Logging.class.getName());
    settings.remarks().forEach(log::warning);
    for (Settings.Given given : settings.given()) {
      log.log(
          Level.FINE,
          "{0} is {1} ({2})",
          new Object[] {given.key(), given.value(), given.origin()});
    }
  }

  /** Says what is unsafe in them. */
  void warn(List<String> unsafe) {
    unsafe.forEach(Logger.getLogger(Logging.class.getName())::warning);
  }

  /** Puts back what was there before. */
  @Override
  public void close() {
    root.removeHandler(handler);
    root.removeHandler(fatal);
    replaced.forEach(root::addHandler);
    root.setLevel(rootBefore);
    ours.setLevel(oursBefore);
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.SEVERE;
      case WARNING -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }

  /** Writes each record at once. */
  private static final class WriterHandler extends Handler {
    private final PrintWriter out;

    WriterHandler(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        out.print(getFormatter().format(entry));
        out.flush();
      }
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
