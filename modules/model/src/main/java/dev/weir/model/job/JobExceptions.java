// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a job failed: the answer of {@code /jobs/<jobid>/exceptions}.
 *
 * @param rootException stack trace of what made the job fail or restart last; null if nothing has
 * @param allExceptions exceptions of tasks, latest first, 20 at the most
 * @param truncated whether there were more
 */
public record JobExceptions(
    @JsonProperty("root-exception") @Nullable String rootException,
    @JsonProperty("all-exceptions") List<TaskException> allExceptions,
    boolean truncated) {}
