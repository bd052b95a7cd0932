// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint that a job was restored from.
 *
 * @param id id of the checkpoint
 * @param restoreTimestamp when the job was restored, milliseconds since the epoch
 * @param isSavepoint whether it is a savepoint
 * @param externalPath its path; null if Flink does not report it
 */
public record RestoredCheckpoint(
    @JsonProperty(value = "id", required = true) long id,
    @JsonProperty("restore_timestamp") long restoreTimestamp,
    @JsonProperty("is_savepoint") boolean isSavepoint,
    @JsonProperty("external_path") @Nullable String externalPath) {}
