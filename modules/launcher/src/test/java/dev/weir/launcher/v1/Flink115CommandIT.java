// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The command of Flink 1.15.4. */
@Tag("all-flinks")
class Flink115CommandIT extends FlinkCommandContract {
  Flink115CommandIT() {
    super("1.15.4", Map.of());
  }
}
