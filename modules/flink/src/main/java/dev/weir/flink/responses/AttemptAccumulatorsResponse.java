// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.vertex.AttemptAccumulators;
import java.util.List;

/** Flink's {@code .../attempts/<attempt>/accumulators}. */
public record AttemptAccumulatorsResponse(
    @JsonProperty(required = true) int subtask,
    int attempt,
    String id,
    @JsonProperty(value = "user-accumulators", required = true)
        List<Accumulator> userAccumulators) {
  public AttemptAccumulators toModel() {
    return new AttemptAccumulators(subtask, attempt, id, Accumulators.of(userAccumulators));
  }
}
