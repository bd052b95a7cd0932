// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import java.util.Locale;

/** How well a snapshot matches what the cluster would answer now. */
public enum Freshness {
  /** Taken within the refresh interval. */
  FRESH,
  /** Older than that; a newer one is on its way. */
  STALE,
  /** The cluster could not be asked again; this is what it said last. */
  UNREACHABLE;

  /** The value of the header {@code Weir-Freshness}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
