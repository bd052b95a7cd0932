// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import java.util.List;

/**
 * Accumulators of one subtask.
 *
 * @param subtask number of the subtask, from 0
 * @param attempt number of the attempt, from 0
 * @param host host that runs it; {@code (unassigned)} if there is none yet
 * @param userAccumulators its accumulators
 */
public record SubtaskAccumulators(
    int subtask,
    int attempt,
    String host,
    @JsonProperty("user-accumulators") List<Accumulator> userAccumulators) {
  SubtaskAccumulators plain() {
    return new SubtaskAccumulators(subtask, attempt, host, Accumulator.plain(userAccumulators));
  }
}
