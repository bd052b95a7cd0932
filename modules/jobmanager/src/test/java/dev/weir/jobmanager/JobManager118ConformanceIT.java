// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 1.18.1. */
@Tag("all-flinks")
class JobManager118ConformanceIT extends JobManagerConformance {
  JobManager118ConformanceIT() {
    super("1.18.1");
  }
}
