package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.server.settings.LogLevel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log says and how. */
class LoggingTest {
  private final StringWriter text = new StringWriter();

  @Test
  void aRecordIsOneLineWithTimeLevelShortNameAndMessage() {
    assertThat(format(entry(Level.INFO, "Up after {0} s", 3), false))
        .isEqualTo(line("2026-01-02T04:04:05.006+01:00 INFO  monitor.Snapshots: Up after 3 s"));
  }

  @Test
  void whatAClientSentCannotForgeALine() {
    assertThat(format(entry(Level.WARNING, "Asked for {0}", "a\r\n2026 INFO b\u001b[2J"), false))
        .isEqualTo(
            line(
                "2026-01-02T04:04:05.006+01:00 WARN  monitor.Snapshots: Asked for a 2026 INFO b [2J"));
  }

  @Test
  void anExceptionIsNamedWithItsCausesAndPlacesOnTheSameLine() {
    LogRecord entry = entry(Level.SEVERE, "Broken");
    entry.setThrown(at(new IllegalStateException("outer", at(new IOException("inner"), 7)), 5));

    assertThat(format(entry, false))
        .isEqualTo(
            line(
                "2026-01-02T04:04:05.006+01:00 ERROR monitor.Snapshots: Broken"
                    + " (java.lang.IllegalStateException: outer at a.B.c(B.java:5); caused by"
                    + " java.io.IOException: inner at a.B.c(B.java:7))"));
  }

  @Test
  void theStackTraceFollowsWhereItIsAskedFor() {
    LogRecord entry = entry(Level.FINE, "Broken");
    entry.setThrown(at(new IllegalStateException("outer"), 5));

    assertThat(format(entry, true).lines())
        .containsExactly(
            "2026-01-02T04:04:05.006+01:00 DEBUG monitor.Snapshots: Broken"
                + " (java.lang.IllegalStateException: outer at a.B.c(B.java:5))",
            "java.lang.IllegalStateException: outer",
            "\tat a.B.c(B.java:5)");
  }

  @Test
  void aRecordWithoutANameOrMessageIsALineToo() {
    assertThat(new LogFormat(ZoneOffset.UTC, false).format(new LogRecord(Level.INFO, null)))
        .endsWith(line(" INFO  -: "));
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, dev.weir, SEVERE, WARNING",
    "WARNING, dev.weir, WARNING, INFO",
    "INFO, dev.weir.monitor, INFO, FINE",
    "DEBUG, dev.weir.monitor, FINE, FINER",
    "INFO, org.glassfish.grizzly, WARNING, INFO",
    "DEBUG, org.glassfish.grizzly, WARNING, INFO",
    "ERROR, org.glassfish.grizzly, SEVERE, WARNING"
  })
  void eachLevelSaysThisAndNotThat(LogLevel level, String logger, String said, String notSaid) {
    Logger log = Logger.getLogger(logger);
    try (Logging logging = Logging.to(new PrintWriter(text), level, ZoneOffset.UTC)) {
      assertThat(logging).isNotNull();
      log.log(Level.parse(said), "said");
      log.log(Level.parse(notSaid), "not said");
    }

    assertThat(text.toString()).endsWith(line(": said")).doesNotContain("not said");
  }

  @Test
  void theJdksOwnLoggerIsInTheLogToo() {
    try (Logging logging =
        Logging.to(new PrintWriter(text), LogLevel.INFO, ZoneId.systemDefault())) {
      assertThat(logging).isNotNull();
      System.getLogger("dev.weir.some.Part").log(System.Logger.Level.INFO, "Hello {0}", "there");
    }

    assertThat(text.toString()).endsWith(line(" INFO  some.Part: Hello there"));
  }

  @Test
  void whatLibrariesAlarmOfIsNotInTheLog() {
    try (Logging logging = Logging.to(new PrintWriter(text), LogLevel.INFO, ZoneOffset.UTC)) {
      assertThat(logging).isNotNull();
      System.getLogger("com.github.benmanes.caffeine.cache.LocalAsyncCache")
          .log(System.Logger.Level.WARNING, "Exception thrown during asynchronous load");
      System.getLogger("com.github.benmanes.other").log(System.Logger.Level.WARNING, "said");
    }

    assertThat(text.toString()).hasLineCount(1).contains("said");
  }

  @Test
  void afterwardsTheLogIsAsItWas() {
    Logger root = Logger.getLogger("");
    Handler[] handlers = root.getHandlers();
    Level level = root.getLevel();

    Logging.to(new PrintWriter(text), LogLevel.DEBUG, ZoneOffset.UTC).close();

    assertThat(root.getHandlers()).containsExactly(handlers);
    assertThat(root.getLevel()).isEqualTo(level);
  }

  private static String format(LogRecord entry, boolean stackTraces) {
    return new LogFormat(ZoneOffset.ofHours(1), stackTraces).format(entry);
  }

  private static LogRecord entry(Level level, String message, Object... parameters) {
    LogRecord entry = new LogRecord(level, message);
    entry.setLoggerName("dev.weir.monitor.Snapshots");
    entry.setInstant(Instant.parse("2026-01-02T03:04:05.006Z"));
    entry.setParameters(parameters);
    return entry;
  }

  private static <E extends Exception> E at(E thrown, int line) {
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", line)});
    return thrown;
  }

  private static String line(String content) {
    return content + System.lineSeparator();
  }
}
