// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobOverview;
import dev.weir.model.job.JobSummary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/overview}. */
public record JobsResponse(@JsonProperty(required = true) List<Job> jobs) {
  public JobOverview toModel() {
    return JobOverview.of(jobs.stream().map(Job::toModel).toList());
  }

  /** One job; {@code tasks} has counts by state in lower case. */
  record Job(
      @JsonProperty(required = true) JobId jid,
      String name,
      @Nullable String state,
      @JsonProperty("start-time") long startTime,
      @JsonProperty("end-time") long endTime,
      long duration,
      @JsonProperty("last-modification") long lastModification,
      @Nullable Map<String, Integer> tasks,
      @JsonProperty("pending-operators") int pendingOperators) {
    public JobSummary toModel() {
      return new JobSummary(
          jid,
          name,
          States.job(state),
          startTime,
          endTime,
          duration,
          lastModification,
          States.overviewCounts(tasks, pendingOperators));
    }
  }
}
