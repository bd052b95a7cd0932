// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobPlan;
import dev.weir.model.job.PlanInput;
import dev.weir.model.job.PlanNode;
import dev.weir.model.job.PlanProperty;
import dev.weir.model.vertex.VertexId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan of a job in Flink's answers: a part of the job, or alone in {@code plan}. */
public record PlanResponse(@Nullable JobId jid, @Nullable String name, @Nullable List<Node> nodes) {
  /** In the model; a plan of the batch optimizer's or of a job without a graph may name neither. */
  public JobPlan toModel() {
    return of(Objects.requireNonNullElse(jid, new JobId("")), Objects.requireNonNullElse(name, ""));
  }

  /** In the model, as that of a job. */
  JobPlan of(JobId job, String jobName) {
    return new JobPlan(
        job, jobName, nodes == null ? List.of() : nodes.stream().map(Node::toModel).toList());
  }

  /** One vertex. */
  record Node(
      @JsonProperty(required = true) VertexId id,
      int parallelism,
      @Nullable String operator,
      @JsonProperty("operator_strategy") @Nullable String operatorStrategy,
      @Nullable String description,
      @Nullable List<PlanInput> inputs,
      @JsonProperty("optimizer_properties")
          @Nullable Map<String, List<PlanProperty>> optimizerProperties) {
    public PlanNode toModel() {
      return new PlanNode(
          id,
          parallelism,
          Objects.requireNonNullElse(operator, ""),
          Objects.requireNonNullElse(operatorStrategy, ""),
          PlanDescription.of(Objects.requireNonNullElse(description, "")),
          inputs,
          Objects.requireNonNullElse(optimizerProperties, Map.of()));
    }
  }
}
