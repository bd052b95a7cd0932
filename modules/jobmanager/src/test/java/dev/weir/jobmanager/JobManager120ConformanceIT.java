// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

/** The contract, served from inside a JobManager of Flink 1.20.5. */
class JobManager120ConformanceIT extends JobManagerConformance {
  JobManager120ConformanceIT() {
    super("1.20.5");
  }
}
