// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The configuration a job was submitted with: the answer of {@code /jobs/<jobid>/config}.
 *
 * @param jid id of the job
 * @param name name of the job
 * @param executionConfig its execution configuration; null if the job could not be set up
 */
public record JobConfig(
    @JsonProperty(value = "jid", required = true) JobId jid,
    String name,
    @JsonProperty("execution-config") @Nullable ExecutionConfig executionConfig) {}
