package dev.weir.server;

import dev.weir.monitor.Json;
import dev.weir.resources.AuditEntry;
import dev.weir.resources.AuditLog;
import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The audit log as files of JSON lines: once one is full the next begins, and the oldest goes. */
public final class AuditFile implements AuditLog, AutoCloseable {
  private static final Logger LOG = Logger.getLogger("dev.weir.audit");

  private final FileHandler file;

  private AuditFile(FileHandler file) {
    this.file = file;
  }

  /**
   * The audit log of the settings: in its files, or else in the server's own log.
   *
   * @throws StartFailure if the files cannot be written
   */
  public static AuditLog open(Settings.Audit settings, Parts parts) throws StartFailure {
    Optional<Path> file = settings.file();
    if (file.isEmpty()) {
      return entry -> LOG.info(() -> line(entry));
    }
    try {
      AuditFile log = new AuditFile(handler(file.get().toAbsolutePath(), settings));
      parts.add("The audit log", log::close);
      return log;
    } catch (IOException e) {
      throw new StartFailure("The audit log " + file.get() + " cannot be written.", e);
    }
  }

  private static FileHandler handler(Path path, Settings.Audit settings) throws IOException {
    Files.createDirectories(path.getParent());
    FileHandler handler =
        new FileHandler(
            path.toString().replace("%", "%%"), settings.maxBytes(), settings.files(), true);
    handler.setEncoding(StandardCharsets.UTF_8.name());
    handler.setLevel(Level.ALL);
    handler.setFormatter(new Plain());
    handler.setErrorManager(new Complaint());
    return handler;
  }

  @Override
  public void write(AuditEntry entry) {
    file.publish(new LogRecord(Level.INFO, line(entry)));
  }

  private static String line(AuditEntry entry) {
    return new String(Json.bytes(entry), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    file.close();
  }

  private static final class Plain extends Formatter {
    @Override
    public String format(LogRecord entry) {
      return entry.getMessage() + "\n";
    }
  }

  /** A line that cannot be written to its file is not silently lost. */
  private static final class Complaint extends ErrorManager {
    @Override
    public synchronized void error(String message, Exception cause, int code) {
      LOG.log(Level.SEVERE, "The audit log cannot be written", cause);
    }
  }
}
