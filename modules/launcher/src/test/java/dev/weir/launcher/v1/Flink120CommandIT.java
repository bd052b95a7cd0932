// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The command of Flink 1.20.5. */
@Tag("all-flinks")
class Flink120CommandIT extends FlinkCommandContract {
  Flink120CommandIT() {
    super("1.20.5", Map.of());
  }
}
