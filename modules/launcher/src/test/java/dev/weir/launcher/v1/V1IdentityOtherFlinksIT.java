// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import dev.weir.testing.WeirProcess;
import dev.weir.testing.flink.FlinkCluster;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flink's own API of the other release lines, direct and through a server. */
@Tag("all-flinks")
@Timeout(300)
class V1IdentityOtherFlinksIT {
  @ParameterizedTest
  @ValueSource(
      strings = {"1.15.4", "1.16.3", "1.17.2", "1.18.1", "1.19.3", "2.0.2", "2.1.3", "2.2.1"})
  void everyGetIsAnsweredAsFlinkDoes(String release) throws Throwable {
    try (FlinkCluster flink = FlinkCluster.of(release).start();
        WeirProcess weir =
            WeirProcess.launch()
                .arguments(
                    "--cluster", flink.restAddress().toString(), "-Dweir.refresh-interval=200 ms")
                .start()) {
      List<DynamicTest> tests =
          new V1Identity(flink.restAddress(), weir.baseUri()).tests().toList();
      for (DynamicTest test : tests) {
        test.getExecutable().execute();
      }
    }
  }
}
