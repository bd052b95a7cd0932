// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.cluster.ClusterOverview;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One watched cluster: the answer of {@code /clusters/<name>}.
 *
 * @param name its name in the configuration
 * @param isDefault whether paths without {@code /clusters} address this cluster
 * @param state its state, as this server sees it
 * @param addresses addresses of its JobManagers, as configured or as currently found in ZooKeeper
 * @param answering the address that answered last; null if none has answered
 * @param lastContact time of the last answer, milliseconds since the epoch; null if there was none
 * @param lastError the last failure to answer; null if there was none
 * @param overview the last known overview; null if none is known
 * @param overviewTimestamp time of that overview, milliseconds since the epoch; null if none is
 *     known
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
