// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Execution configuration of a job.
 *
 * @param executionMode {@code PIPELINED} or {@code BATCH}; null if unknown
 * @param restartStrategy what happens after a failure, in words
 * @param jobParallelism default parallelism of the job; -1 for the cluster's default
 * @param objectReuseMode whether operators may reuse objects instead of copying them
 * @param userConfig global job parameters set by the program, with secrets masked
 */
public record ExecutionConfig(
    @JsonProperty("execution-mode") @Nullable String executionMode,
    @JsonProperty("restart-strategy") String restartStrategy,
    @JsonProperty("job-parallelism") int jobParallelism,
    @JsonProperty("object-reuse-mode") boolean objectReuseMode,
    @JsonProperty("user-config") Map<String, String> userConfig) {}
