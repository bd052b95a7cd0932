// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.Arrays;
import java.util.Optional;

/** Flink release series that can be embedded, each with its one supported release. */
public enum FlinkSeries {
  /** The series that Weir's own jar contains. */
  V2_3("2.3.0"),
  /** The last series of 1.x; it comes in an add-on jar. */
  V1_20("1.20.5");

  private final String version;

  FlinkSeries(String version) {
    this.version = version;
  }

  /**
   * Parses a series name ({@code 1.20}), a major version ({@code 1}) or the supported full version
   * ({@code 1.20.5}). Empty for any other text.
   */
  public static Optional<FlinkSeries> parse(String text) {
    return Arrays.stream(values()).filter(series -> series.isMeantBy(text)).findFirst();
  }

  private boolean isMeantBy(String text) {
    return text.equals(version) || text.equals(text()) || text.equals(major());
  }

  /** The name, such as {@code 2.3}. */
  public String text() {
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** The release, such as {@code 2.3.0}. */
  public String version() {
    return version;
  }

  /** Whether the series has the DataSet API, which Flink 2.0 removed. */
  public boolean hasDataSets() {
    return major().equals("1");
  }

  private String major() {
    return version.substring(0, version.indexOf('.'));
  }
}
