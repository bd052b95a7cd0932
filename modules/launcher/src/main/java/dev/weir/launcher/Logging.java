// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.event.SaxEventRecorder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import dev.weir.server.RollingFiles;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.LogSettings;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.sources.GivenSetting;
import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log of the process, by Logback. Weir's loggers have the configured level; libraries log from
 * warning up.
 *
 * <p>A Logback file can extend this setup, mostly with levels. The file may change while the server
 * runs. Logback then resets itself and reads the file again, after this class has restored its own
 * setup.
 */
final class Logging implements LoggerContextListener, StatusListener, AutoCloseable {
  private static final String OURS = "dev.weir";
  private static final String FILE = "weir.log.file";
  private static final String CONFIG = "weir.log.config";

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger ours = context.getLogger(OURS);
  private final Logger log = context.getLogger(Logging.class);
  private final JulBridge jul = new JulBridge();
  private final LogSettings settings;
  private final ZoneId zone;
  private final WriterAppender stderr;

  private Logging(LogSettings settings, PrintWriter err, ZoneId zone) {
    this.settings = settings;
    this.zone = zone;
    this.stderr = new WriterAppender(err, encoder());
  }

  /**
   * Sends the log to a writer and to the configured file, until {@link #close}.
   *
   * @param zone time zone of the timestamps in lines of text
   * @throws StartFailure if a configured file cannot be used
   */
  static Logging to(PrintWriter err, LogSettings settings, ZoneId zone) throws StartFailure {
    Logging logging = new Logging(settings, err, zone);
    try {
      logging.start();
      return logging;
    } catch (StartFailure e) {
      logging.close();
      throw e;
    }
  }

  private void start() throws StartFailure {
    context.start();
    context.addListener(this);
    if (!install()) {
      throw StartFailure.unusable(
          FILE, settings.file().orElseThrow(), "must be a file that can be written", null);
    }
    context.getStatusManager().add(this);
    if (settings.config().isPresent()) {
      requireUsable(settings);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      try {
        configurator.doConfigure(settings.config().get().toFile());
      } catch (JoranException e) {
        throw notOfLogback(settings.config().get(), e);
      }
    }
  }

  /**
   * Checks the Logback file without applying it.
   *
   * @throws StartFailure if the file cannot be read or is not XML
   */
  static void requireUsable(LogSettings settings) throws StartFailure {
    Optional<Path> file = settings.config();
    if (file.isEmpty()) {
      return;
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      new SaxEventRecorder(new ContextBase()).recordEvents(in);
    } catch (IOException e) {
      throw StartFailure.unusable(CONFIG, file.get(), "must be a file that can be read", e);
    } catch (JoranException e) {
      throw notOfLogback(file.get(), e);
    }
  }

  private static StartFailure notOfLogback(Path file, JoranException cause) {
    return StartFailure.unusable(CONFIG, file, "must be XML as Logback reads it", cause);
  }

  /**
   * Installs filter, levels and appenders. Returns false if the configured log file cannot be
   * opened.
   */
  private boolean install() {
    LogGuard guard = new LogGuard(ours);
    guard.start();
    context.addTurboFilter(guard);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(settings.level() == LogLevel.ERROR ? Level.ERROR : Level.WARN);
    ours.setLevel(level(settings.level()));
    stderr.setContext(context);
    stderr.start();
    root.addAppender(stderr);
    if (settings.file().isEmpty()) {
      return true;
    }
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    boolean opened =
        RollingFiles.start(file, encoder(), settings.file().get(), settings.rolling(), context);
    root.addAppender(file);
    return opened;
  }

  private Encoder<ILoggingEvent> encoder() {
    if (settings.format() == LogStyle.TEXT) {
      LayoutWrappingEncoder<ILoggingEvent> text = new LayoutWrappingEncoder<>();
      text.setCharset(StandardCharsets.UTF_8);
      text.setLayout(new LogFormat(zone, () -> LogGuard.isDebugged(ours)));
      return text;
    }
    JsonEncoder json = new JsonEncoder();
    json.setWithFormattedMessage(true);
    json.setWithMessage(false);
    json.setWithArguments(false);
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    json.setWithMDC(false);
    return json;
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
    };
  }

  /** Logs remarks about the settings, and each given setting at level debug. */
  void tell(Settings all) {
    all.remarks().forEach(log::warn);
    for (GivenSetting given : all.given()) {
      log.debug("{} is {} ({})", given.key(), given.value(), given.origin());
    }
  }

  /** Logs a warning for each unsafe setting. */
  void warn(List<String> unsafe) {
    unsafe.forEach(log::warn);
  }

  /**
   * Writes Logback's own warnings to standard error only. In the log file, a warning that it cannot
   * be written would cause the next one.
   */
  @Override
  public void addStatusEvent(Status status) {
    if (status.getLevel() >= Status.WARN) {
      stderr.doAppend(
          new LoggingEvent(
              Logging.class.getName(),
              log,
              status.getLevel() == Status.ERROR ? Level.ERROR : Level.WARN,
              status.getMessage(),
              status.getThrowable(),
              null));
    }
  }

  /** Applies to both listeners: of Logback's status and of its context. */
  @Override
  public boolean isResetResistant() {
    return true;
  }

  @Override
  public void onReset(LoggerContext reset) {
    jul.resetLevels();
    boolean unused = install();
    log.info("Logging is reconfigured from {}.", settings.config().orElseThrow());
  }

  @Override
  public void onLevelChange(Logger logger, @Nullable Level level) {
    jul.level(logger.getName(), level);
  }

  @Override
  public void onStart(LoggerContext started) {
    // The context starts before this listener is added.
  }

  @Override
  public void onStop(LoggerContext stopped) {
    // This listener is removed before the context stops.
  }

  /** Stops the log and restores {@code java.util.logging}. */
  @Override
  public void close() {
    context.getStatusManager().remove(this);
    context.removeListener(this);
    context.stop();
    jul.close();
  }

  /** Writes each record at once. */
  private static final class WriterAppender extends AppenderBase<ILoggingEvent> {
    private final PrintWriter out;
    private final Encoder<ILoggingEvent> encoder;

    WriterAppender(PrintWriter out, Encoder<ILoggingEvent> encoder) {
      this.out = out;
      this.encoder = encoder;
    }

    @Override
    protected void append(ILoggingEvent entry) {
      out.print(new String(encoder.encode(entry), StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
