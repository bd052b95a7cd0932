// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a task runs, in the two forms of the classic contract. */
final class Locations {
  private static final String UNASSIGNED = "(unassigned)";
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}+$");

  private Locations() {}

  /**
   * Host and data port, from what Flink calls it: {@code endpoint}, or {@code host} before 1.19.
   */
  static String of(@Nullable String endpoint, @Nullable String host) {
    if (endpoint != null) {
      return endpoint;
    }
    return host != null ? host : UNASSIGNED;
  }

  /** The host alone. */
  static String hostOf(@Nullable String endpoint, @Nullable String host) {
    return PORT.matcher(of(endpoint, host)).replaceFirst("");
  }

  /** Whether it names a host and no port. */
  static boolean isHostAlone(@Nullable String host) {
    return host != null && !host.equals(UNASSIGNED) && !PORT.matcher(host).find();
  }
}
