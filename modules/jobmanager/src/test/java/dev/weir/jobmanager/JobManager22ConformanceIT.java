// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import org.junit.jupiter.api.Tag;

/** The contract, served from inside a JobManager of Flink 2.2.1. */
@Tag("all-flinks")
class JobManager22ConformanceIT extends JobManagerConformance {
  JobManager22ConformanceIT() {
    super("2.2.1");
  }
}
