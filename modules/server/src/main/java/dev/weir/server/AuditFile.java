package dev.weir.server;

import dev.weir.monitor.Json;
import dev.weir.resources.AuditEntry;
import dev.weir.resources.AuditLog;
import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The audit log as files of JSON lines. What was denied is in the server's own log, too, where
 * those look who watch it.
 */
public final class AuditFile implements AuditLog, AutoCloseable {
  private static final Logger LOG = Logger.getLogger("dev.weir.audit");

  private final RollingFile file;

  private AuditFile(RollingFile file) {
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
      return AuditFile::log;
    }
    try {
      AuditFile log =
          new AuditFile(
              new RollingFile(file.get().toAbsolutePath(), settings.maxBytes(), settings.files()));
      parts.add("The audit log", log::close);
      return log;
    } catch (IOException e) {
      throw new StartFailure("The audit log " + file.get() + " cannot be written.", e);
    }
  }

  private static void log(AuditEntry entry) {
    LOG.log(entry.wasDenied() ? Level.WARNING : Level.INFO, () -> line(entry));
  }

  @Override
  public void write(AuditEntry entry) {
    if (entry.wasDenied()) {
      log(entry);
    }
    try {
      file.write(line(entry));
    } catch (IOException e) {
      // A line that cannot be written to its file is not silently lost.
      LOG.log(Level.SEVERE, "The audit log cannot be written", e);
    }
  }

  private static String line(AuditEntry entry) {
    return new String(Json.bytes(entry), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
