package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.AttemptAccumulators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code .../attempts/<attempt>/accumulators}. */
record AttemptAccumulatorsResponse(
    int subtask,
    int attempt,
    String id,
    @JsonProperty("user-accumulators") @Nullable List<Accumulator> userAccumulators) {
  AttemptAccumulators toModel() {
    return new AttemptAccumulators(subtask, attempt, id, Accumulators.of(userAccumulators));
  }
}
