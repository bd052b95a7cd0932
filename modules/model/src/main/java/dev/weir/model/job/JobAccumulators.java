// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.WithAccumulators;
import java.util.List;

/**
 * A job's accumulators: the answer of {@code /jobs/<jobid>/accumulators}.
 *
 * @param jobAccumulators always empty: Flink never had any
 * @param userTaskAccumulators the user's accumulators, added up over all subtasks
 */
public record JobAccumulators(
    @JsonProperty("job-accumulators") List<Accumulator> jobAccumulators,
    @JsonProperty("user-task-accumulators") List<Accumulator> userTaskAccumulators)
    implements WithAccumulators<JobAccumulators> {
  @Override
  public JobAccumulators plain() {
    return new JobAccumulators(jobAccumulators, Accumulator.plain(userTaskAccumulators));
  }
}
