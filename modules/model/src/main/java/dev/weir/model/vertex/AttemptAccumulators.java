// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.WithAccumulators;
import java.util.List;

/**
 * Accumulators of one attempt: the answer of {@code .../attempts/<attempt>/accumulators}.
 *
 * @param subtask number of the subtask, from 0
 * @param attempt number of the attempt, from 0
 * @param id Flink's id of the attempt (execution)
 * @param userAccumulators its accumulators
 */
public record AttemptAccumulators(
    int subtask,
    int attempt,
    String id,
    @JsonProperty("user-accumulators") List<Accumulator> userAccumulators)
    implements WithAccumulators<AttemptAccumulators> {
  @Override
  public AttemptAccumulators plain() {
    return new AttemptAccumulators(subtask, attempt, id, Accumulator.plain(userAccumulators));
  }
}
