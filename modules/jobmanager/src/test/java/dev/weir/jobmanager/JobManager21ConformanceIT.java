// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 2.1.3. */
@Tag("all-flinks")
class JobManager21ConformanceIT extends JobManagerConformance {
  JobManager21ConformanceIT() {
    super("2.1.3");
  }
}
