// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.job.JobState;

/**
 * Flink's {@code /jobs/<jobid>/status}, from 1.16 on.
 *
 * @param status the state, in Flink's word
 */
public record JobStatusResponse(@JsonProperty(required = true) String status) {
  /** The state in the model. */
  public JobState toModel() {
    return States.job(status);
  }
}
