// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 1.16.3. */
@Tag("all-flinks")
class JobManager116ConformanceIT extends JobManagerConformance {
  JobManager116ConformanceIT() {
    super("1.16.3");
  }
}
