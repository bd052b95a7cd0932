package dev.weir.launcher.server;

import dev.weir.flink.ProgramOptions;
import dev.weir.model.JarId;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.ProgramUploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The example jobs, submitted as any client would. */
final class DemoJobs {
  private static final String JAR = "weir-examples.jar";
  private static final List<String> PROGRAMS =
      List.of("WordCount", "CheckpointedStream", "FailingStream");

  private DemoJobs() {}

  /** Submits all of them and returns their names. */
  static List<String> submit(ClusterMonitor cluster, ProgramUploads uploads) throws IOException {
    try (InputStream jar =
        Objects.requireNonNull(DemoJobs.class.getResourceAsStream("/examples/" + JAR), JAR)) {
      JarId id = cluster.upload(uploads.receive(JAR, jar)).join().filename();
      CompletableFuture.allOf(
              PROGRAMS.stream()
                  .map(program -> cluster.run(id, optionsOf(program)))
                  .toArray(CompletableFuture[]::new))
          .join();
      return PROGRAMS;
    }
  }

  private static ProgramOptions optionsOf(String program) {
    return new ProgramOptions(List.of(), "dev.weir.examples." + program, null, null, false);
  }
}
