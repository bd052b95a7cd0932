// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start meets on a real machine: an absent ZooKeeper, what a killed server has left. */
@Timeout(120)
class StartFaultsIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void aZooKeeperThatIsNotThereIsSaidAndGivenUp() throws IOException {
    Files.writeString(
        directory.resolve("flink-conf.yaml"),
        """
        high-availability.type: zookeeper
        high-availability.zookeeper.quorum: 127.0.0.1:1
        high-availability.zookeeper.client.connection-timeout: 500 ms
        """);
    WeirProcess weir = WeirProcess.launch().arguments("--conf-dir", directory.toString()).start();

    assertThat(weir.awaitExit(DEADLINE)).isEqualTo(1);
    assertThat(weir.output())
        .contains("ZooKeeper at 127.0.0.1:1 (high-availability.zookeeper.quorum) does not answer")
        .contains("The embedded Flink cannot start: ZooKeeper at 127.0.0.1:1");
  }

  @Test
  void aCheckHasALineForEachClusterAndStartsNothing() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Path work = directory.resolve("work");
    try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String reachable = "127.0.0.1:" + open.getLocalPort();
      WeirProcess weir =
          WeirProcess.launch()
              .arguments("--check", "--set", "weir.work-dir=" + work)
              .arguments("--cluster", "z=http://no-such-host.invalid:8081")
              .arguments("--cluster", "a=http://127.0.0.1:1,http://" + reachable)
              .arguments("--cluster", "m=http://127.0.0.1:1")
              .arguments("--set", "weir.upload.dir=" + file, "--set", "weir.security=container")
              .start();

      assertThat(weir.awaitExit(DEADLINE)).isEqualTo(2);
      assertThat(weir.output().lines())
          .contains(
              "weir.security is 'container', but this server does not run in a container.",
              "weir.upload.dir is '%s' (--set), but %s is not a directory.".formatted(file, file))
          .filteredOn(line -> line.startsWith("Cluster "))
          .containsExactly(
              "Cluster z: no-such-host.invalid:8081 is not reachable, the host name is not known.",
              "Cluster a: 127.0.0.1:1 is not reachable, Connection refused; %s is reachable."
                  .formatted(reachable),
              "Cluster m: 127.0.0.1:1 is not reachable, Connection refused.");
      assertThat(work).doesNotExist();
    }
  }

  @Test
  void whatAKilledServerHasLeftIsRemovedByTheNextAndWhatOthersUseIsNot() throws IOException {
    Path foreign = Files.createDirectory(directory.resolve("weir-of-somebody"));
    WeirProcess killed = start();
    List<Path> left = directories();
    ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
    killed.awaitExit(DEADLINE);
    assertThat(directories()).isEqualTo(left).hasSize(2);

    try (WeirProcess next = start()) {
      List<Path> ofTheNext = directories();
      assertThat(ofTheNext).hasSize(2).contains(foreign);
      try (WeirProcess third = start()) {
        assertThat(directories()).hasSize(3).containsAll(ofTheNext);
        assertThat(third.isAlive()).isTrue();
      }
      assertThat(next.isAlive()).isTrue();
    }
    assertThat(directories()).containsExactly(foreign);
  }

  private WeirProcess start() {
    WeirProcess weir =
        WeirProcess.launch()
            .jvmOptions("-Djava.io.tmpdir=" + directory)
            .arguments("--cluster", "http://127.0.0.1:1")
            .start();
    await().atMost(DEADLINE).until(() -> weir.output().contains("Press Ctrl-C to stop."));
    return weir;
  }

  private List<Path> directories() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> file.getFileName().toString().startsWith("weir-"))
          .sorted()
          .toList();
    }
  }
}
