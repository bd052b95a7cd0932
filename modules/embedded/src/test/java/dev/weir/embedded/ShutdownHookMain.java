// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import dev.weir.model.FlinkSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process with an embedded Flink and a running job, which closes it in a shutdown hook. */
final class ShutdownHookMain {

  private ShutdownHookMain() {}

  public static void main(String[] args) throws Exception {
    EmbeddedFlink flink =
        EmbeddedFlink.start(
            FlinkSeries.valueOf(args[0]),
            new EmbeddedFlinkOptions(Path.of(args[1]), 1, 4, Map.of(), Duration.ofSeconds(20)));
    RestClient rest = new RestClient(flink.address());
    String jar = rest.upload(Path.of(args[2]));
    rest.awaitState(rest.run(jar, "dev.weir.examples.WordCount"), "FINISHED");
    rest.awaitState(rest.run(jar, "dev.weir.examples.CheckpointedStream"), "RUNNING");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  flink.close();
                  System.out.println("CLOSED");
                }));
    System.out.println("READY");
    Thread.currentThread().join();
  }
}
