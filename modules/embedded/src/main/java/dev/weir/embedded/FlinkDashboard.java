// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import dev.weir.model.FlinkSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The web dashboard of the Flink in Weir's own jar, whether that Flink runs or not. */
public final class FlinkDashboard {
  private static final FlinkSeries SERIES = FlinkSeries.V2_3;

  private FlinkDashboard() {}

  /** The dashboard; empty if Weir's own jar has no Flink. */
  public static Optional<FlinkDashboard> find() {
    return NestedJars.areOnClassPath(SERIES) ? Optional.of(new FlinkDashboard()) : Optional.empty();
  }

  /** Opens the directory with {@code index.html}; about 4 MB of memory hold it from then on. */
  public Path open() throws IOException {
    return NestedJars.open(SERIES, "flink-runtime-web-", "web");
  }
}
