// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the age and the size of snapshots.
 *
 * @param refreshInterval up to this age a snapshot is fresh
 * @param maxStaleness up to this age it is served while a refresh is in progress; beyond, readers
 *     wait for the refresh
 * @param maxUnreachable up to this age it is served, marked, while the cluster is unreachable;
 *     beyond, readers get the error
 * @param maxBytes of Flink's answers, of all snapshots of a cluster together
 */
public record SnapshotPolicy(
    Duration refreshInterval, Duration maxStaleness, Duration maxUnreachable, long maxBytes) {
  /** Begins to make one, each component by its name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
  public static final class Builder {
    private @Nullable Duration refreshInterval;
    private @Nullable Duration maxStaleness;
    private @Nullable Duration maxUnreachable;
    private long maxBytes;

    private Builder() {}

    public Builder refreshInterval(Duration value) {
      refreshInterval = value;
      return this;
    }

    public Builder maxStaleness(Duration value) {
      maxStaleness = value;
      return this;
    }

    public Builder maxUnreachable(Duration value) {
      maxUnreachable = value;
      return this;
    }

    public Builder maxBytes(long value) {
      maxBytes = value;
      return this;
    }

    /**
     * Makes it.
     *
     * @throws NullPointerException if something is missing
     */
    public SnapshotPolicy build() {
      return new SnapshotPolicy(
          requireNonNull(refreshInterval, "refreshInterval"),
          requireNonNull(maxStaleness, "maxStaleness"),
          requireNonNull(maxUnreachable, "maxUnreachable"),
          maxBytes);
    }
  }
}
