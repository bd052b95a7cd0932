// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.http.WeirServer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Ports;
import dev.weir.testing.container.JavaTool;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.FlinkLaunch;
import dev.weir.testing.flink.FlinkProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong with Weir is one line in the log of its JobManager, which starts, answers and
 * ends as ever. Each fault has a JobManager of its own, and all of them have started before the
 * first test.
 */
@Timeout(240)
class JobManagerFaultsIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final String FLINK = "2.3.0";
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
  private static final int PORT = Ports.free();
  private static final Map<String, FlinkCluster> CLUSTERS = new ConcurrentHashMap<>();

  @TempDir private static Path directory;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path never = directory.resolve("never");
    assertThat(new ProcessBuilder("mkfifo", never.toString()).start().waitFor()).isZero();
    String port = Integer.toString(PORT);
    Map<String, FlinkLaunch> launches = new LinkedHashMap<>();
    launches.put(
        "port", plugged().configuration(Map.of("weir.port", port, "jobmanager.rpc.port", port)));
    launches.put(
        "settings",
        plugged().configuration(Map.of("weir.refresh-interval", "often", "weir.prot", "1")));
    launches.put("class", bare().plugin("weir", PluginJars.without(WeirServer.class, directory)));
    launches.put("metaspace", plugged().jobManagerJvm("-XX:MaxMetaspaceSize=128m"));
    launches.put(
        "disk", plugged().configuration(Map.of("weir.security.basic.file", never.toString())));
    launches.put("off", plugged().configuration(Map.of("weir.enabled", "false")));
    launches.put(
        "harm",
        bare()
            .plugin("weir", BuiltJars.jobManager(), PluginJars.harm(directory))
            .configuration(
                Map.of("weir.port", "0", "cluster.uncaught-exception-handling", "FAIL")));
    launches.entrySet().parallelStream()
        .forEach(launch -> CLUSTERS.put(launch.getKey(), launch.getValue().start()));
  }

  @AfterAll
  static void end() {
    CLUSTERS.values().forEach(FlinkCluster::close);
  }

  private static FlinkLaunch bare() {
    return FlinkCluster.of(FLINK).taskManagers(0).jobManagerJvm("-Xmx256m", QUICK_START);
  }

  private static FlinkLaunch plugged() {
    return bare().plugin("weir", BuiltJars.jobManager());
  }

  private static FlinkProcess jobManager(String fault) {
    return CLUSTERS.get(fault).jobManager(0);
  }

  private static Stream<String> said(String fault) {
    return jobManager(fault)
        .log()
        .lines()
        .filter(line -> line.matches("\\S+ \\S+ \\w+ +dev\\.weir\\..*"));
  }

  /** One line is said, and nothing after it. */
  private static void awaitOneLine(String fault, String... words) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(said(fault)).anyMatch(line -> line.contains(words[0])));
    assertThat(said(fault))
        .filteredOn(line -> !line.contains(" INFO "))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(words).contains("is not affected"));
    assertThat(jobManager(fault).log()).doesNotContain("at dev.weir.");
    assertAnswers(fault);
  }

  private static void assertAnswers(String fault) {
    assertThat(jobManager(fault).isAlive()).isTrue();
    assertThat(new ClassicClient(CLUSTERS.get(fault).restAddress()).get("/overview").status())
        .isEqualTo(200);
  }

  @Test
  void aPortThatFlinkWantsIsFlinks() {
    awaitOneLine("port", "Port " + PORT + " on 127.0.0.1 is in use.");
  }

  @Test
  void allWrongSettingsAreNamed() {
    awaitOneLine("settings", "weir.refresh-interval is 'often'", "weir.prot");
  }

  @Test
  void aMissingClassIsSaid() {
    awaitOneLine("class", "NoClassDefFoundError: dev/weir/http/WeirServer");
  }

  @Test
  void withTooLittleMetaspaceWeirLeavesItToFlink() {
    awaitOneLine("metaspace", "the metaspace of this JobManager is limited to 128 MiB");
  }

  @Test
  void aDiskThatNeverAnswersHoldsUpNothingAndNotTheEnd() {
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(JavaTool.stacks(jobManager("disk").pid()))
                    .containsPattern("\"weir-start\"[^\"]*UnixNativeDispatcher\\.open"));
    assertAnswers("disk");

    jobManager("disk").terminate();
  }

  @Test
  void switchedOffItLoadsTheHookAlone() {
    assertAnswers("off");
    assertThat(JavaTool.loadedClasses(jobManager("off").pid(), "dev.weir."))
        .containsExactly("dev.weir.jobmanager.hook.WeirPlugin");
    assertThat(said("off")).isEmpty();
  }

  @Test
  void aThreadThatFailsAndNoMemoryEndWeirAtMost() throws IOException {
    ClassicClient weir = HostedWeir.client(jobManager("harm"));
    assertThat(weir.get("/harm/thread").status()).isEqualTo(200);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(said("harm"))
                    .anyMatch(line -> line.contains("Weir has failed: java.lang.Illegal")));
    assertThat(weir.get("/overview").status()).isEqualTo(200);
    assertAnswers("harm");

    assertThat(weir.get("/harm/memory").status()).isEqualTo(500);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(said("harm"))
                    .anyMatch(line -> line.contains("Weir has stopped, because it is out of mem")));
    assertAnswers("harm");
    assertThat(workDirectories("harm")).isEmpty();
  }

  private static List<Path> workDirectories(String fault) throws IOException {
    try (Stream<Path> files = Files.list(CLUSTERS.get(fault).tmp())) {
      return files.filter(file -> file.getFileName().toString().startsWith("weir-")).toList();
    }
  }
}
