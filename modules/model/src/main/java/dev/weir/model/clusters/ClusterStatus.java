// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.cluster.ClusterOverview;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the clusters that this server watches: the answer of {@code /clusters/<name>}.
 *
 * @param name its name in the configuration
 * @param isDefault whether it is the one that the addresses without {@code /clusters} are about
 * @param state how it stands with it
 * @param addresses where its JobManagers are, as configured or as ZooKeeper says now
 * @param answering the one of them that answered last; null if none of them has
 * @param lastContact when it answered last, milliseconds since the epoch; null if it never did
 * @param lastError why it did not answer when it last did not; null if it always did
 * @param overview what it has and does, as last known; null if that never was
 * @param overviewTimestamp when that was so, milliseconds since the epoch; null if it never was
 */
public record ClusterStatus(
    ClusterName name,
    @JsonProperty("default") boolean isDefault,
    ClusterState state,
    List<URI> addresses,
    @Nullable URI answering,
    @JsonProperty("last-contact") @Nullable Long lastContact,
    @JsonProperty("last-error") @Nullable ClusterError lastError,
    @Nullable ClusterOverview overview,
    @JsonProperty("overview-timestamp") @Nullable Long overviewTimestamp) {}
