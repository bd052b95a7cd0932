// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

/** The contract, served from inside a JobManager of Flink 2.3.0. */
class JobManager23ConformanceIT extends JobManagerConformance {
  JobManager23ConformanceIT() {
    super("2.3.0");
  }
}
