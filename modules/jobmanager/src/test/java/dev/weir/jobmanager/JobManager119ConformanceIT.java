// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 1.19.3. */
@Tag("all-flinks")
class JobManager119ConformanceIT extends JobManagerConformance {
  JobManager119ConformanceIT() {
    super("1.19.3");
  }
}
