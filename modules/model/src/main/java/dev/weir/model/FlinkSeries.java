// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.Arrays;
import java.util.Optional;

/** The series of Flink's releases that can be embedded, each with the one release that it is. */
public enum FlinkSeries {
  /** What Weir brings. */
  V2_3("2.3.0"),
  /** The last of 1.x; it comes in a jar of its own. */
  V1_20("1.20.5");

  private final String version;

  FlinkSeries(String version) {
    this.version = version;
  }

  /**
   * The series of a text: its name ({@code 1.20}), its major version ({@code 1}) or the full
   * version ({@code 1.20.5}), which has to be the one that it is.
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

  /** Whether it has the DataSet API, which Flink 2.0 did away with. */
  public boolean hasDataSets() {
    return major().equals("1");
  }

  private String major() {
    return version.substring(0, version.indexOf('.'));
  }
}
