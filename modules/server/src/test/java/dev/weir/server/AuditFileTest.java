// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.resources.audit.AuditEntry;
import dev.weir.resources.audit.AuditLog;
import dev.weir.server.settings.LogSettings;
import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a line of the audit log, of which a file takes four. */
  private static final String PATH = "/" + "x".repeat(200);

  private final CloseStack parts = new CloseStack();
  @TempDir private Path directory;

  @AfterEach
  void close() {
    parts.close();
  }

  private AuditLog open() throws StartFailure {
    return AuditFile.open(
        new Settings.Audit(
            Optional.of(directory.resolve("log/audit.log")),
            new LogSettings.Rolling(1024, 1 << 20, 10),
            60),
        parts);
  }

  private static AuditEntry entry(int number) {
    return new AuditEntry(
        "2026-11-27T09:00:00Z",
        Integer.toString(number),
        "asked",
        null,
        null,
        null,
        null,
        "DELETE",
        PATH,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory.resolve("log"))) {
      return files.sorted(Comparator.comparingInt(AuditFileTest::number)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number at the end of a name; the newest file has none. */
  private static int number(Path file) {
    String end = file.getFileName().toString().replaceFirst(".*\\.", "");
    return end.equals("log") ? Integer.MAX_VALUE : Integer.parseInt(end);
  }

  private List<Integer> ids() {
    return files().stream()
        .flatMap(
            file -> {
              try (MappingIterator<JsonNode> lines =
                  JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
                return lines.readAll().stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .map(line -> line.get("id").asInt())
        .toList();
  }

  @Test
  void fullFilesAreFollowedByTheNextAndEachLineIsThereInItsOrder() throws Exception {
    AuditLog log = open();
    IntStream.range(0, 50).forEach(number -> log.write(entry(number)));
    parts.close();
    AuditLog later = open();
    IntStream.range(50, 60).forEach(number -> later.write(entry(number)));

    assertThat(files()).hasSizeGreaterThan(10);
    assertThat(ids()).containsExactlyElementsOf(IntStream.range(0, 60).boxed().toList());
  }

  @Test
  void manyThreadsLoseNoLine() throws Exception {
    AuditLog log = open();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    IntStream.range(0, 400).forEach(number -> threads.execute(() -> log.write(entry(number))));
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 400).boxed().toList());
  }

  @Test
  void nobodyButTheOwnerMayReadAnyOfThem() throws Exception {
    Path log = Files.createDirectories(directory.resolve("log"));
    Files.createFile(
        log.resolve("audit.log"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    AuditLog audit = open();
    IntStream.range(0, 10).forEach(number -> audit.write(entry(number)));

    assertThat(files())
        .hasSizeGreaterThan(1)
        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
  }

  @Test
  void directoriesAreTheOwnersAloneToo() throws Exception {
    open();

    assertThat(permissions(directory.resolve("log"))).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aLineThatCannotBeWrittenIsAnErrorAndTheNextOneIsTried() throws Exception {
    AuditLog audit = open();
    IntStream.range(0, 4).forEach(number -> audit.write(entry(number)));
    Path log = directory.resolve("log");
    Files.move(log, directory.resolve("aside"));
    Files.createFile(log);

    // The file is full: the next one cannot be begun where there is no directory.
    List<LogRecord> told = told(() -> audit.write(entry(4)));

    assertThat(told).extracting(LogRecord::getMessage).endsWith("The audit log cannot be written");
    Files.delete(log);
    Files.move(directory.resolve("aside"), log);
    audit.write(entry(5));
    assertThat(ids()).containsExactly(0, 1, 2, 3, 5);
  }

  private static List<LogRecord> told(Runnable action) {
    List<LogRecord> told = new ArrayList<>();
    Logger logger = Logger.getLogger(AuditFile.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            told.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      action.run();
    } finally {
      logger.removeHandler(handler);
    }
    return told;
  }

  @Test
  void aFileThatCannotBeWrittenStopsTheStart() throws IOException {
    Files.createFile(directory.resolve("log"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "weir.audit.file is '%s', but must be a file that can be written."
                .formatted(directory.resolve("log/audit.log")));
  }
}
