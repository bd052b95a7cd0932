// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.VertexId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One vertex in a plan.
 *
 * @param id id of the vertex
 * @param parallelism number of its subtasks
 * @param operator the batch optimizer's name for it; empty unless the optimizer made the plan
 * @param operatorStrategy how the batch optimizer runs it; empty unless the optimizer made the plan
 * @param description names of its operators, as HTML
 * @param inputs where its records come from; null for a source
 * @param optimizerProperties properties found by the batch optimizer; empty unless it made the plan
 */
public record PlanNode(
    VertexId id,
    int parallelism,
    String operator,
    @JsonProperty("operator_strategy") String operatorStrategy,
    String description,
    @Nullable List<PlanInput> inputs,
    @JsonProperty("optimizer_properties") Map<String, List<PlanProperty>> optimizerProperties) {

  List<PlanInput> inputsOrNone() {
    return inputs == null ? List.of() : inputs;
  }
}
