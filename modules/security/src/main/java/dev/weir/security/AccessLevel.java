// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Access levels of callers. Each level includes those before it. */
public enum AccessLevel {
  /** See the cluster, its jobs and their metrics. */
  VIEW,
  /** Read logs and the configuration. */
  LOGS,
  /** End jobs, with and without a savepoint. */
  OPERATE,
  /** See, upload, run and remove jars, and thereby run any code. */
  SUBMIT;

  /** The name in settings and in the API description: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with this label; empty if there is none. */
  public static Optional<AccessLevel> ofLabel(String label) {
    return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
  }

  /** Whether this level permits what requires the other level. */
  public boolean includes(AccessLevel needed) {
    return compareTo(needed) >= 0;
  }
}
