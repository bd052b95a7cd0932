// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However a cluster ends, nothing of it stays. */
@Tag("all-flinks")
@Timeout(300)
class FlinkClusterEndIT {
  @Test
  void aClosedClusterLeavesNothingBehind() {
    FlinkCluster cluster = FlinkCluster.of(AbandonedCluster.VERSION).taskManagers(0).start();
    long process = cluster.jobManager(0).pid();
    Path directory = cluster.savepoints().getParent();
    assertThat(directory).isDirectory();

    cluster.jobManager(0).stop();
    cluster.close();

    assertThat(ProcessHandle.of(process)).isEmpty();
    assertThat(directory).doesNotExist();
  }

  @Test
  void anAbandonedClusterEndsWithTheVirtualMachine() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dweir.maven=" + System.getProperty("weir.maven", ""));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), AbandonedCluster.class.getName()));
    Process machine = new ProcessBuilder(command).start();
    String printed =
        new String(machine.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    machine.waitFor();

    assertThat(printed).matches("\\d+ .+");
    String[] parts = printed.split(" ", 2);
    assertThat(ProcessHandle.of(Long.parseLong(parts[0]))).isEmpty();
    assertThat(Path.of(parts[1])).doesNotExist();
  }

  @Test
  void aClusterThatCannotStartSaysWhy() {
    FlinkLaunch wrong =
        FlinkCluster.of(AbandonedCluster.VERSION)
            .taskManagers(0)
            .configuration(Map.of("high-availability.type", "com.example.Unheard"));
    assertThatThrownBy(wrong::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Log of jobmanager-0")
        .hasMessageContaining("com.example.Unheard");
  }

  @Test
  void aVersionThatDoesNotExistIsNamed() {
    assertThatThrownBy(FlinkCluster.of("1.99.0")::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("flink-runtime-web:1.99.0");
  }
}
