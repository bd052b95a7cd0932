// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.status.Status;
import dev.weir.monitor.jars.OwnerOnly;
import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.audit.AuditEntry;
import dev.weir.resources.audit.AuditLog;
import dev.weir.server.settings.Settings;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The audit log as files of JSON lines, accessible only to their owner from the first byte on. Log
 * levels and a Logback file do not affect it. Denied requests also go to the server's own log,
 * which operators watch.
 */
public final class AuditFile extends RollingFileAppender<AuditEntry> implements AuditLog {
  private static final Logger LOG = System.getLogger(AuditFile.class.getName());

  private final AuditLog logged = new LoggedAudit();

  private AuditFile() {}

  /**
   * Opens the configured audit log: in files, or else within the server's own log.
   *
   * @throws StartFailure if the files cannot be written
   */
  public static AuditLog open(Settings.Audit settings, CloseStack parts) throws StartFailure {
    Optional<Path> file = settings.file();
    if (file.isEmpty()) {
      return new LoggedAudit();
    }
    AuditFile audit = new AuditFile();
    ContextBase context = new ContextBase();
    boolean unused = context.getStatusManager().add(AuditFile::tell);
    if (!RollingFiles.start(audit, new Lines(), file.get(), settings.rolling(), context)) {
      throw StartFailure.unusable(
          "weir.audit.file", file.get(), "must be a file that can be written", null);
    }
    parts.add(
        "The audit log",
        () -> {
          audit.stop();
          context.stop();
        });
    return audit;
  }

  /** Logs Logback's warnings about the files, such as an old file that cannot be removed. */
  private static void tell(Status status) {
    if (status.getLevel() >= Status.WARN) {
      LOG.log(Level.WARNING, "The audit log: " + status.getMessage(), status.getThrowable());
    }
  }

  @Override
  public void write(AuditEntry entry) {
    if (entry.wasDenied()) {
      logged.write(entry);
    }
    doAppend(entry);
  }

  /**
   * Opens a plain stream. After a failed write, Logback's own stream would drop lines for a while.
   */
  @Override
  public void openFile(String name) throws IOException {
    Path file = Path.of(name).toAbsolutePath();
    OwnerOnly.directory(Objects.requireNonNull(file.getParent()));
    OwnerOnly.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND)).close();
    setOutputStream(new FileOutputStream(name, true));
  }

  /** Logs an error if a line cannot be written. The next line is tried again. */
  @Override
  protected void writeOut(AuditEntry entry) {
    streamWriteLock.lock();
    try {
      if (getOutputStream() == null) {
        openFile(getFile());
      }
      super.writeOut(entry);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The audit log cannot be written", e);
      closeOutputStream();
    } finally {
      streamWriteLock.unlock();
    }
  }

  private static final class Lines extends EncoderBase<AuditEntry> {
    @Override
    public byte[] encode(AuditEntry entry) {
      byte[] json = Json.bytes(entry);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    }

    @Override
    public byte[] headerBytes() {
      return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
      return new byte[0];
    }
  }
}
