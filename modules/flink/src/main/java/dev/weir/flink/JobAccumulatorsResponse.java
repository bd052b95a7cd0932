package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.JobAccumulators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/<jobid>/accumulators}. */
record JobAccumulatorsResponse(
    @JsonProperty("user-task-accumulators") @Nullable List<Accumulator> userTaskAccumulators) {
  JobAccumulators toModel() {
    return new JobAccumulators(List.of(), Accumulators.of(userTaskAccumulators));
  }
}
