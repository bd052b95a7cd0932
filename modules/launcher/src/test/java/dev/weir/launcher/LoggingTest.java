// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.status.ErrorStatus;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.LogSettings;
import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import dev.weir.testing.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the log says and how. */
class LoggingTest {
  private static final LogSettings.Rolling ROLLING = new LogSettings.Rolling(1 << 20, 1 << 20, 1);

  private final StringWriter text = new StringWriter();
  @TempDir private Path directory;

  private Logging start(LogLevel level) throws StartFailure {
    return start(level, LogStyle.TEXT, null, null);
  }

  private Logging start(LogLevel level, LogStyle style, @Nullable Path file, @Nullable Path config)
      throws StartFailure {
    LogSettings settings =
        new LogSettings(
            level, style, Optional.ofNullable(file), ROLLING, Optional.ofNullable(config));
    return Logging.to(new PrintWriter(text), settings, ZoneOffset.UTC);
  }

  @Test
  void aRecordIsOneLineWithTimeLevelShortNameAndMessage() {
    assertThat(format(entry(ch.qos.logback.classic.Level.INFO, "Up after {} s", null, 3), false))
        .isEqualTo(line("2026-01-02T04:04:05.006+01:00 INFO  monitor.Snapshots: Up after 3 s"));
  }

  @Test
  void whatAClientSentCannotForgeALine() {
    assertThat(
            format(
                entry(
                    ch.qos.logback.classic.Level.WARN,
                    "Asked for {}",
                    null,
                    "a\r\n2026 INFO b\u001b[2J\u2028c"),
                false))
        .isEqualTo(
            line(
                "2026-01-02T04:04:05.006+01:00 WARN  monitor.Snapshots: Asked for a 2026 INFO b [2J c"));
  }

  @Test
  void anExceptionIsNamedWithItsCausesAndPlacesOnTheSameLine() {
    Exception thrown = at(new IllegalStateException("outer", at(new IOException("inner"), 7)), 5);

    assertThat(format(entry(ch.qos.logback.classic.Level.ERROR, "Broken", thrown), false))
        .isEqualTo(
            line(
                "2026-01-02T04:04:05.006+01:00 ERROR monitor.Snapshots: Broken"
                    + " (java.lang.IllegalStateException: outer at a.B.c(B.java:5); caused by"
                    + " java.io.IOException: inner at a.B.c(B.java:7))"));
  }

  @Test
  void theStackTraceFollowsWhereItIsAskedFor() {
    Exception thrown = at(new IllegalStateException("outer"), 5);

    assertThat(format(entry(ch.qos.logback.classic.Level.DEBUG, "Broken", thrown), true).lines())
        .containsExactly(
            "2026-01-02T04:04:05.006+01:00 DEBUG monitor.Snapshots: Broken"
                + " (java.lang.IllegalStateException: outer at a.B.c(B.java:5))",
            "java.lang.IllegalStateException: outer",
            "\tat a.B.c(B.java:5)");
  }

  @Test
  void aRecordWithoutANameOrMessageIsALineToo() throws StartFailure {
    try (Logging logging = start(LogLevel.INFO)) {
      assertThat(logging).isNotNull();
      Logger.getAnonymousLogger().log(Level.WARNING, (String) null);
    }

    assertThat(text.toString()).contains(" WARN  ").endsWith(line(": "));
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
  void eachLevelSaysThisAndNotThat(LogLevel level, String logger, String said, String notSaid)
      throws StartFailure {
    Logger log = Logger.getLogger(logger);
    try (Logging logging = start(level)) {
      assertThat(logging).isNotNull();
      log.log(Level.parse(said), "said");
      log.log(Level.parse(notSaid), "not said");
      // What nobody sees is not even made.
      assertThat(log.isLoggable(Level.parse(notSaid))).isFalse();
    }

    assertThat(text.toString()).endsWith(line(": said")).doesNotContain("not said");
  }

  @Test
  void whoeverLogsIsInTheLog() throws StartFailure {
    try (Logging logging = start(LogLevel.INFO)) {
      assertThat(logging).isNotNull();
      System.getLogger("dev.weir.some.Part").log(System.Logger.Level.INFO, "Hello {0}", "there {}");
      LoggerFactory.getLogger("org.apache.zookeeper.Some").warn("Hello {}", "too");
    }

    assertThat(text.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith(" INFO  some.Part: Hello there {}"),
            line -> assertThat(line).endsWith(" WARN  zookeeper.Some: Hello too"));
  }

  @Test
  void whatLibrariesAlarmOfIsNotInTheLog() throws StartFailure {
    try (Logging logging = start(LogLevel.INFO)) {
      assertThat(logging).isNotNull();
      System.getLogger("com.github.benmanes.caffeine.cache.LocalAsyncCache")
          .log(System.Logger.Level.WARNING, "Exception thrown during asynchronous load");
      System.getLogger("com.github.benmanes.other").log(System.Logger.Level.WARNING, "said");
    }

    assertThat(text.toString()).hasLineCount(1).contains("said");
  }

  @ParameterizedTest
  @CsvSource({"INFO, 0", "DEBUG, 1"})
  void anAnswerNobodyWaitsForIsToldAtLevelDebugAlone(LogLevel level, int times)
      throws StartFailure {
    try (Logging logging = start(level)) {
      assertThat(logging).isNotNull();
      Logger.getLogger("org.glassfish.grizzly.http.server.HttpHandler")
          .log(Level.WARNING, "Gone", new IOException("Connection reset"));
    }

    assertThat(text.toString().lines().filter(line -> line.contains("Gone"))).hasSize(times);
  }

  @Test
  void eachRecordIsAnObjectOfJsonWhereThatIsAskedFor() throws StartFailure {
    try (Logging logging = start(LogLevel.INFO, LogStyle.JSON, null, null)) {
      assertThat(logging).isNotNull();
      Logger.getLogger("dev.weir.monitor.Snapshots")
          .log(Level.WARNING, "a\r\n{\"level\":\"b\u001b\"}", new IOException("in\nner"));
    }

    assertThat(text.toString()).hasLineCount(1);
    JsonNode entry = Json.parse(text.toString());
    assertThat(entry.get("level").asText()).isEqualTo("WARN");
    assertThat(entry.get("loggerName").asText()).isEqualTo("dev.weir.monitor.Snapshots");
    assertThat(entry.get("formattedMessage").asText()).isEqualTo("a\r\n{\"level\":\"b\u001b\"}");
    assertThat(entry.at("/throwable/message").asText()).isEqualTo("in\nner");
    assertThat(entry.get("timestamp").isIntegralNumber()).isTrue();
  }

  @Test
  void theFileGetsTheSameLines() throws StartFailure {
    Path file = directory.resolve("logs/weir.log");
    try (Logging logging = start(LogLevel.INFO, LogStyle.TEXT, file, null)) {
      assertThat(logging).isNotNull();
      Logger.getLogger("dev.weir.monitor.Snapshots").warning("said");
    }

    assertThat(file).hasContent(text.toString());
  }

  @Test
  void aFileThatCannotBeWrittenStopsTheStart() {
    assertThatThrownBy(() -> start(LogLevel.INFO, LogStyle.TEXT, directory, null))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "weir.log.file is '%s', but must be a file that can be written.".formatted(directory));
  }

  @Test
  void whatLogbackSaysOfAFileDoesNotGoIntoThatFile() throws StartFailure {
    Path file = directory.resolve("weir.log");
    try (Logging logging = start(LogLevel.INFO, LogStyle.TEXT, file, null)) {
      assertThat(logging).isNotNull();
      ((LoggerContext) LoggerFactory.getILoggerFactory())
          .getStatusManager()
          .add(new ErrorStatus("IO failure", this, new IOException("No space left")));
    }

    assertThat(text.toString()).hasLineCount(1).contains("IO failure", "No space left");
    assertThat(file).isEmptyFile();
  }

  @Test
  void theFileOfLogbacksAddsLevels() throws Exception {
    Path config = directory.resolve("logback.xml");
    Files.writeString(
        config,
        """
        <configuration>
          <logger name="org.some.library" level="DEBUG"/>
          <logger name="com.github.benmanes.caffeine.cache" level="DEBUG"/>
        </configuration>
        """);
    try (Logging logging = start(LogLevel.WARNING, LogStyle.TEXT, null, config)) {
      assertThat(logging).isNotNull();
      Logger.getLogger("org.some.library.Part").fine("said");
      Logger.getLogger("com.github.benmanes.caffeine.cache.Some").warning("asked for");
      Logger.getLogger("org.some.other").fine("not said");
      Logger.getLogger("dev.weir").info("not said");
    }

    assertThat(text.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("DEBUG library.Part: said"),
            line -> assertThat(line).endsWith("asked for"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<configuration>", "levels: debug"})
  void aFileThatIsNotLogbacksStopsTheStart(String content) throws IOException {
    Path config = Files.writeString(directory.resolve("logback.xml"), content);

    assertThatThrownBy(() -> start(LogLevel.INFO, LogStyle.TEXT, null, config))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "weir.log.config is '%s', but must be XML as Logback reads it.".formatted(config));
  }

  @Test
  void afterwardsTheLogIsAsItWas() throws StartFailure {
    Logger root = Logger.getLogger("");
    Logger ours = Logger.getLogger("dev.weir");
    Handler[] handlers = root.getHandlers();
    Level level = root.getLevel();
    Level levelOfOurs = ours.getLevel();

    start(LogLevel.DEBUG).close();

    assertThat(root.getHandlers()).containsExactly(handlers);
    assertThat(root.getLevel()).isEqualTo(level);
    assertThat(ours.getLevel()).isEqualTo(levelOfOurs);
  }

  private static String format(LoggingEvent entry, boolean stackTraces) {
    return new LogFormat(ZoneOffset.ofHours(1), () -> stackTraces).doLayout(entry);
  }

  private static LoggingEvent entry(
      ch.qos.logback.classic.Level level,
      String message,
      @Nullable Throwable thrown,
      Object... parameters) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent entry =
        new LoggingEvent(
            LoggingTest.class.getName(),
            context.getLogger("dev.weir.monitor.Snapshots"),
            level,
            message,
            thrown,
            parameters);
    entry.setInstant(Instant.parse("2026-01-02T03:04:05.006Z"));
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
