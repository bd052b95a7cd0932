// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import java.util.List;

/**
 * The clusters that this server watches: the answer of {@code /clusters}.
 *
 * @param clusters in the order of the configuration, the default one first
 */
public record ClusterStatuses(List<ClusterStatus> clusters) {}
