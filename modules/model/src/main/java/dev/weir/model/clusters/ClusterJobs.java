// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of several clusters: the answer of {@code /clusters/jobs}.
 *
 * @param jobs those that were asked for, the one that started last first
 * @param clusters what each of the clusters contributes
 * @param partial whether one of them could not be asked now: its jobs are as last known, or missing
 * @param next the cursor with which the next ones are asked for; null if these are the last
 */
public record ClusterJobs(
    List<ClusterJob> jobs, List<ClusterAnswer> clusters, boolean partial, @Nullable String next) {}
