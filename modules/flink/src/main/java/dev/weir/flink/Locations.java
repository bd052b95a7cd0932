package dev.weir.flink;

import org.jspecify.annotations.Nullable;

/** Where a task runs, in the two forms of the classic contract. */
final class Locations {
  private static final String UNASSIGNED = "(unassigned)";

  private Locations() {}

  /**
   * Host and data port, from what Flink calls it: {@code endpoint}, or {@code host} before 1.17.
   */
  static String of(@Nullable String endpoint, @Nullable String host) {
    if (endpoint != null) {
      return endpoint;
    }
    return host != null ? host : UNASSIGNED;
  }

  /** The host alone. */
  static String hostOf(@Nullable String endpoint, @Nullable String host) {
    return of(endpoint, host).replaceFirst(":\\d+$", "");
  }
}
