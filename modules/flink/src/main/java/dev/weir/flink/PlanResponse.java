package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.JobId;
import dev.weir.model.JobPlan;
import dev.weir.model.PlanInput;
import dev.weir.model.PlanNode;
import dev.weir.model.PlanProperty;
import dev.weir.model.VertexId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan of a job in Flink's answers: a part of the job, or alone in {@code plan}. */
record PlanResponse(JobId jid, String name, @Nullable List<Node> nodes) {
  JobPlan toModel() {
    return new JobPlan(
        jid, name, nodes == null ? List.of() : nodes.stream().map(Node::toModel).toList());
  }

  /** One vertex. */
  record Node(
      VertexId id,
      int parallelism,
      @Nullable String operator,
      @JsonProperty("operator_strategy") @Nullable String operatorStrategy,
      @Nullable String description,
      @Nullable List<PlanInput> inputs,
      @JsonProperty("optimizer_properties")
          @Nullable Map<String, List<PlanProperty>> optimizerProperties) {
    PlanNode toModel() {
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
