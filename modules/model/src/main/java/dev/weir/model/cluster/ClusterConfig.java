// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Configuration of the server and its cluster for clients: the answer of {@code /config}.
 *
 * @param refreshInterval polling interval that clients should use, in milliseconds
 * @param timezoneOffset offset of the cluster's time zone from UTC, in milliseconds
 * @param timezoneName display name of that time zone
 * @param flinkVersion release of the cluster, such as {@code 2.3.0}
 * @param flinkRevision commit and time of that release
 */
public record ClusterConfig(
    @JsonProperty("refresh-interval") long refreshInterval,
    @JsonProperty("timezone-offset") int timezoneOffset,
    @JsonProperty("timezone-name") String timezoneName,
    @JsonProperty(value = "flink-version", required = true) String flinkVersion,
    @JsonProperty("flink-revision") String flinkRevision) {

  /** A copy with at least this refresh interval, in milliseconds. */
  public ClusterConfig atLeast(long interval) {
    return new ClusterConfig(
        Math.max(refreshInterval, interval),
        timezoneOffset,
        timezoneName,
        flinkVersion,
        flinkRevision);
  }
}
