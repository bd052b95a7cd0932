// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import dev.weir.testing.conformance.PathMapper.JarProgram;
import dev.weir.testing.reference.Reference;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Recorded paths become paths of the live cluster. */
class PathMapperTest {
  private static final String RUNNING = "6d6581f54702443ddc8e03930e38cfb5";
  private static final String FINISHED = "bb98e5e9549ffa57a53c51044094dbde";
  private static final String SOURCE = "cbc357ccb763df2852fee8c4fc7d55f2";
  private static final String BATCH_SOURCE = "91179051ae8c63d8806bd7027db8bc58";

  private static final Map<String, JarProgram> PROGRAMS =
      Map.of(
          "Streaming.jar", new JarProgram("live_examples.jar", "Stream"),
          "WordCount.jar", new JarProgram("live_examples.jar", "Words"));

  private final PathMapper paths = new PathMapper(ClusterNames.recorded(), renamed(), PROGRAMS);

  @Test
  void theRecordedClusterIsMappedToItself() {
    ClusterNames recorded = ClusterNames.recorded();
    PathMapper identity = new PathMapper(recorded, recorded, PROGRAMS);
    assertThat(Reference.reads())
        .filteredOn(call -> !call.path().startsWith("/jars/"))
        .allSatisfy(call -> assertThat(identity.toLive(call.path())).isEqualTo(call.path()));
  }

  @Test
  void noRecordedNameIsLeft() {
    assertThat(Reference.reads())
        .allSatisfy(
            call ->
                assertThat(paths.toLive(call.path()))
                    .doesNotContain(RUNNING, FINISHED, SOURCE, "f0649192", "_Streaming", "_Word"));
  }

  @Test
  void jobsAndVerticesAreMappedByKindAndPosition() {
    assertThat(paths.toLive("/jobs/" + RUNNING + "/vertices/" + SOURCE + "/subtasks/0/attempts/0"))
        .isEqualTo(
            "/jobs/" + live(RUNNING) + "/vertices/" + live(SOURCE) + "/subtasks/0/attempts/0");
  }

  @Test
  void aVertexWithAccumulatorsIsMappedToOneWithAccumulators() {
    assertThat(paths.toLive("/jobs/" + FINISHED + "/vertices/" + BATCH_SOURCE + "/accumulators"))
        .endsWith("/vertices/" + live(BATCH_SOURCE) + "/accumulators");
  }

  @Test
  void checkpointsAreMappedByAge() {
    assertThat(paths.toLive("/jobs/" + RUNNING + "/checkpoints/details/23/subtasks/" + SOURCE))
        .isEqualTo("/jobs/" + live(RUNNING) + "/checkpoints/details/1023/subtasks/" + live(SOURCE));
  }

  @Test
  void whatNamesNothingStaysAsItIs() {
    for (String path :
        List.of(
            "/jobs/zzz",
            "/jobs/ffffffffffffffffffffffffffffffff/exceptions",
            "/taskmanagers/abc",
            "/jars/none.jar/plan",
            "/nosuch")) {
      assertThat(paths.toLive(path)).isEqualTo(path);
    }
    assertThat(paths.toLive("/jobs/" + RUNNING + "/vertices/zzz")).endsWith("/vertices/zzz");
    assertThat(paths.toLive("/jobs/" + RUNNING + "/checkpoints/details/999999"))
        .endsWith("/details/999999");
  }

  @Test
  void aProgramIsTheJarWithItsClass() {
    assertThat(paths.toLive("/jars/f9dfdf45-f8fa-4d9f-b3ae-1f7408856f23_Streaming.jar/plan"))
        .isEqualTo("/jars/live_examples.jar/plan?entry-class=Stream");
  }

  @Test
  void metricsAreAskedForByTheirRecordedNames() {
    assertThat(paths.toLive("/jobs/" + RUNNING + "/metrics?get=fullRestarts,uptime"))
        .endsWith("/metrics?get=fullRestarts,uptime");
  }

  /** The recorded cluster with every id turned around and every checkpoint a thousand later. */
  private static ClusterNames renamed() {
    Map<JobKind, String> jobs = new EnumMap<>(JobKind.class);
    for (JobKind kind : JobKind.values()) {
      jobs.put(kind, live(ClusterNames.recorded().job(kind)));
    }
    Function<String, JsonNode> get =
        path ->
            Json.parse(
                rename(Reference.read(rename(path)).body())
                    .replace("{\"id\":2", "{\"id\":102")
                    .replace("numberOfInProgressCheckpoints", "uptime"));
    return new ClusterNames(jobs, get);
  }

  private static String rename(String text) {
    return Pattern.compile("[0-9a-f]{32}").matcher(text).replaceAll(found -> live(found.group()));
  }

  private static String live(String id) {
    return new StringBuilder(id).reverse().toString();
  }
}
