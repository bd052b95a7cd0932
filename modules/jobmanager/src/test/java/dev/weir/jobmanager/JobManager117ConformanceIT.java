// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 1.17.2. */
@Tag("all-flinks")
class JobManager117ConformanceIT extends JobManagerConformance {
  JobManager117ConformanceIT() {
    super("1.17.2");
  }
}
