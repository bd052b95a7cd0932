// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

/** Whether the server requests client certificates. */
public enum ClientAuth {
  /** No certificate is requested. */
  NONE,
  /**
   * A certificate is requested. Clients without one are accepted; clients with an invalid one are
   * not.
   */
  OPTIONAL,
  /** A valid certificate is required. */
  REQUIRED
}
