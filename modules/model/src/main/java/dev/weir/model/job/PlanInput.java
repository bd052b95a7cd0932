// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.VertexId;
import org.jspecify.annotations.Nullable;

/**
 * One input of a vertex in a plan.
 *
 * @param num its number among the inputs, from 0
 * @param id the vertex that the records come from
 * @param shipStrategy how records are distributed, such as {@code HASH}; null if Flink does not
 *     report it
 * @param localStrategy how the batch optimizer prepares records, such as a sort; null unless it
 *     made the plan
 * @param caching how the batch optimizer caches records; null unless it made the plan
 * @param exchange kind of the exchange, such as {@code pipelined_bounded}
 */
public record PlanInput(
    int num,
    @JsonProperty(value = "id", required = true) VertexId id,
    @JsonProperty("ship_strategy") @Nullable String shipStrategy,
    @JsonProperty("local_strategy") @Nullable String localStrategy,
    @Nullable String caching,
    String exchange) {

  boolean blocking() {
    return exchange.startsWith("blocking") || exchange.startsWith("hybrid");
  }
}
