// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.job.JobAccumulators;
import java.util.List;

/** Flink's {@code /jobs/<jobid>/accumulators}. */
public record JobAccumulatorsResponse(
    @JsonProperty(value = "user-task-accumulators", required = true)
        List<Accumulator> userTaskAccumulators) {
  public JobAccumulators toModel() {
    return new JobAccumulators(List.of(), Accumulators.of(userTaskAccumulators));
  }
}
