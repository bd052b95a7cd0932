// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import java.util.List;

/**
 * A list of job summaries: {@code /joboverview/running} and {@code /joboverview/completed}.
 *
 * @param jobs the jobs
 */
public record JobList(List<JobSummary> jobs) {}
