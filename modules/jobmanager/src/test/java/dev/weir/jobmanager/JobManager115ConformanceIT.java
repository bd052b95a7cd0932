// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 1.15.4. */
@Tag("all-flinks")
class JobManager115ConformanceIT extends JobManagerConformance {
  JobManager115ConformanceIT() {
    super("1.15.4");
  }
}
