// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

import dev.weir.model.job.JobId;

/**
 * The answer to {@code POST /jars/<jarid>/run}.
 *
 * @param jobid id of the started job
 */
public record JarRun(JobId jobid) {}
