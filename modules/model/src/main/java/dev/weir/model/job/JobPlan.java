// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import java.util.List;

/**
 * The data flow of a job: the answer of {@code /jobs/<jobid>/plan}.
 *
 * @param jid id of the job
 * @param name name of the job
 * @param nodes its vertices, sinks first
 */
public record JobPlan(JobId jid, String name, List<PlanNode> nodes) {

  /**
   * The execution mode derived from the data flow: {@code BATCH} if an exchange between vertices is
   * blocking, otherwise {@code PIPELINED}.
   */
  public String executionMode() {
    return nodes.stream()
            .flatMap(node -> node.inputsOrNone().stream())
            .anyMatch(PlanInput::blocking)
        ? "BATCH"
        : "PIPELINED";
  }

  /** Whether the batch optimizer made the plan. Flink has that optimizer up to 1.20. */
  public boolean optimized() {
    return nodes.stream().anyMatch(node -> !node.optimizerProperties().isEmpty());
  }
}
