// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 2.0.2. */
@Tag("all-flinks")
class JobManager20ConformanceIT extends JobManagerConformance {
  JobManager20ConformanceIT() {
    super("2.0.2");
  }
}
