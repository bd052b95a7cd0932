// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of several clusters: the answer of {@code /clusters/jobs}.
 *
 * @param jobs the requested jobs, latest start first
 * @param clusters what each cluster contributes
 * @param partial whether a cluster could not be asked now; its jobs are as last known, or missing
 * @param next the cursor of the next page; null on the last page
 */
public record ClusterJobs(
    List<ClusterJob> jobs, List<ClusterAnswer> clusters, boolean partial, @Nullable String next) {}
