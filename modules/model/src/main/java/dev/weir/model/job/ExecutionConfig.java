// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job was asked to run.
 *
 * @param executionMode {@code PIPELINED} or {@code BATCH}; null where nothing says
 * @param restartStrategy what happens after a failure, in words
 * @param jobParallelism its default parallelism; -1 for the cluster's
 * @param objectReuseMode whether operators may pass on the very objects they were given
 * @param userConfig what its program set as global parameters, secrets masked
 */
public record ExecutionConfig(
    @JsonProperty("execution-mode") @Nullable String executionMode,
    @JsonProperty("restart-strategy") String restartStrategy,
    @JsonProperty("job-parallelism") int jobParallelism,
    @JsonProperty("object-reuse-mode") boolean objectReuseMode,
    @JsonProperty("user-config") Map<String, String> userConfig) {}
