// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

import dev.weir.model.job.JobPlan;

/**
 * The answer to {@code GET /jars/<jarid>/plan}.
 *
 * @param plan the plan that a run with the same parameters would have
 */
public record JarPlan(JobPlan plan) {}
