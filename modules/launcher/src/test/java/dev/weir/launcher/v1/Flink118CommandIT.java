// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The command of Flink 1.18.1. */
@Tag("all-flinks")
class Flink118CommandIT extends FlinkCommandContract {
  Flink118CommandIT() {
    super("1.18.1", Map.of());
  }
}
