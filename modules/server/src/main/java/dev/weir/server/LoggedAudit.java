// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.audit.AuditEntry;
import dev.weir.resources.audit.AuditLog;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The audit log within the server's log: JSON lines of the logger {@code dev.weir.audit}. Denied
 * requests are warnings.
 */
final class LoggedAudit implements AuditLog {
  private static final Logger LOG = Logger.getLogger("dev.weir.audit");

  @Override
  public void write(AuditEntry entry) {
    LOG.log(
        entry.wasDenied() ? Level.WARNING : Level.INFO,
        () -> new String(Json.bytes(entry), StandardCharsets.UTF_8));
  }
}
