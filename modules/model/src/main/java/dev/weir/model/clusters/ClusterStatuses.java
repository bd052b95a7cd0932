// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import java.util.List;

/**
 * All watched clusters: the answer of {@code /clusters}.
 *
 * @param clusters the clusters in the configured order, the default cluster first
 */
public record ClusterStatuses(List<ClusterStatus> clusters) {}
