// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may be allowed to do, each level including those before it. */
public enum AccessLevel {
  /** See the cluster, its jobs and their metrics. */
  VIEW,
  /** Read logs and the configuration. */
  LOGS,
  /** End jobs, with and without a savepoint. */
  OPERATE,
  /** See, upload, run and remove programs, which is to run any code. */
  SUBMIT;

  /** As settings and the description of the API have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a label, if it is one. */
  public static Optional<AccessLevel> ofLabel(String label) {
    return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
  }

  /** Whether who has this level may do what needs the other. */
  public boolean includes(AccessLevel needed) {
    return compareTo(needed) >= 0;
  }
}
