// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a job failed: the answer of {@code /jobs/<jobid>/exceptions}.
 *
 * @param rootException stack trace of the last failure or restart of the job; null without one
 * @param allExceptions exceptions of tasks, latest first, at most 20
 * @param truncated whether there were more than 20
 */
public record JobExceptions(
    @JsonProperty("root-exception") @Nullable String rootException,
    @JsonProperty("all-exceptions") List<TaskException> allExceptions,
    boolean truncated) {}
