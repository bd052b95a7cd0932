// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

/** Whether clients show certificates. */
public enum ClientAuth {
  /** They are not asked. */
  NONE,
  /** They are asked; those who have none are let in, those who show a wrong one are not. */
  OPTIONAL,
  /** Those who show no right one are not let in. */
  REQUIRED
}
