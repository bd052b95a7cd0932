// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

/** Who authenticates callers. */
public enum SecurityMode {
  /** The server itself. */
  OWN,
  /** The container that it runs in. */
  CONTAINER,
  /** Nobody: every caller may do everything. */
  NONE
}
