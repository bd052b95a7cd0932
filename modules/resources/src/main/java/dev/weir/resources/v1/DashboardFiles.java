// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import java.io.IOException;
import java.nio.file.Path;

/** Where the files of Flink's dashboard are. */
@FunctionalInterface
public interface DashboardFiles {
  /**
   * Opens the directory with {@code index.html}. This blocks; reading what is in the directory need
   * not.
   *
   * @throws IOException if the directory cannot be read
   */
  Path open() throws IOException;
}
