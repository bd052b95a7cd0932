// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

/** The log of who has changed what. */
@FunctionalInterface
public interface AuditLog {
  /** Writes one line. */
  void write(AuditEntry entry);
}
