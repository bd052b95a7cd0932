// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.flink.Futures;
import dev.weir.flink.JarOptions;
import dev.weir.model.FlinkSeries;
import dev.weir.model.jar.JarId;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.jars.JarUploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Submits the example jobs, as any client would. */
final class DemoJobs {
  private static final String EXAMPLES = "dev.weir.examples.";
  private static final String JAR = "weir-examples.jar";
  private static final List<String> PROGRAMS =
      List.of("WordCount", "CheckpointedStream", "FailingStream");
  private static final String DATA_SET_JAR = "weir-examples-dataset.jar";
  private static final List<String> DATA_SET_PROGRAMS = List.of("dataset.WordCount");

  private final ClusterMonitor cluster;
  private final JarUploads uploads;

  DemoJobs(ClusterMonitor cluster, JarUploads uploads) {
    this.cluster = cluster;
    this.uploads = uploads;
  }

  /** Submits the example jobs that this Flink can run, and returns their names. */
  List<String> submit(FlinkSeries flink) throws IOException {
    List<String> names = new ArrayList<>(submit(JAR, PROGRAMS));
    if (flink.hasDataSets()) {
      names.addAll(submit(DATA_SET_JAR, DATA_SET_PROGRAMS));
    }
    return names;
  }

  private List<String> submit(String name, List<String> programs) throws IOException {
    try (InputStream jar =
        Objects.requireNonNull(DemoJobs.class.getResourceAsStream("/examples/" + name), name)) {
      JarId id = cluster.upload(uploads, name, jar).join().filename();
      var unused =
          Futures.all(
                  programs.stream().map(program -> cluster.run(id, optionsOf(program))).toList())
              .join();
      return programs;
    }
  }

  private static JarOptions optionsOf(String program) {
    return new JarOptions(List.of(), EXAMPLES + program, null, null, false);
  }
}
