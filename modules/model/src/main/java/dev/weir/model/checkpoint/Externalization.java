// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether checkpoints outlive their job.
 *
 * @param enabled whether checkpoints outlive the job
 * @param deleteOnCancellation whether cancelling the job removes its checkpoints; null if not
 *     enabled
 */
public record Externalization(
    boolean enabled,
    @JsonProperty("delete_on_cancellation") @Nullable Boolean deleteOnCancellation) {}
