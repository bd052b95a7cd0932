// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import dev.weir.testing.conformance.Tally;
import dev.weir.testing.conformance.Tally.Kind;
import java.time.Duration;

/** What a run of the suite over one version came to, as a row of the table. */
record VersionRow(
    FlinkVersion version,
    String java,
    int reads,
    int changes,
    int checks,
    int failed,
    long seconds) {
  static VersionRow of(FlinkVersion version, Tally tally, Duration took) {
    return new VersionRow(
        version,
        System.getProperty("java.version"),
        tally.done(Kind.READ),
        tally.done(Kind.CHANGE),
        tally.done(Kind.CHECK),
        tally.failed(),
        took.toSeconds());
  }

  /**
   * The row of the standalone server.
   *
   * @param inJobManager the last cell
   */
  String markdown(String inJobManager) {
    return "| %s | %s | %d | %d | %d | %s | %d s | %s |"
        .formatted(version, java, reads, changes, checks, result(), seconds, inJobManager);
  }

  /** A result says that all is as it should be only if there was something to say it of. */
  String result() {
    return failed > 0 ? failed + " failed" : reads > 0 && changes > 0 ? "passed" : "did not run";
  }
}
