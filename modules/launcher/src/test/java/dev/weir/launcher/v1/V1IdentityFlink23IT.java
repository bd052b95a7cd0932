// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flink's own API of a Flink 2.3.0, direct and through a server. */
@Timeout(300)
class V1IdentityFlink23IT {
  @Order(1)
  @RegisterExtension
  private static final RunningFlink FLINK = new RunningFlink(FlinkCluster.of("2.3.0"));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments(
                      "--cluster",
                      FLINK.restAddress().toString(),
                      "-Dweir.refresh-interval=200 ms"));

  @TestFactory
  Stream<DynamicTest> everyGetIsAnsweredAsFlinkDoes() throws IOException {
    return new V1Identity(FLINK.restAddress(), WEIR.baseUri()).tests();
  }
}
