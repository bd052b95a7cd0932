// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.conformance.PathMapper.JarProgram;
import dev.weir.testing.conformance.Tally.Kind;
import dev.weir.testing.contract.AnswerContract;
import dev.weir.testing.reference.RecordedCall;
import dev.weir.testing.reference.Reference;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of the classic API: a server must answer as the Flink 1.3.2 of the captures did,
 * except where the list of differences says otherwise, and nothing may be in any answer that the
 * description of the API does not have.
 *
 * <p>A subclass names a server whose cluster has at least four free slots, a default savepoint
 * directory, and the same file system as the tests. Everything else the suite does by itself,
 * through the classic API alone.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
public abstract class ClassicConformance {
  private @TempDir Path target;
  private Tally tally = new Tally();
  private Differences differences;
  private LiveCluster cluster;

  /** Where the server listens; asked when it has to be there. */
  protected abstract URI baseUri();

  /** The jar of the examples. */
  protected Path examplesJar() {
    return BuiltJars.examples();
  }

  /** A directory as it is sent as one segment of a path. */
  protected String inPath(Path directory) {
    return ActionReplay.encoded(directory.toString());
  }

  /** What this run has compared so far. */
  protected final Tally tally() {
    return tally;
  }

  @BeforeAll
  void bringTheClusterIntoTheRecordedState() throws IOException {
    // Set here, because the instance is the same for each version that a subclass runs over.
    tally = new Tally();
    ClassicClient client = new ClassicClient(baseUri(), AnswerContract.checkedIn());
    differences = Differences.checkedIn().on(client.get("/config").json());
    cluster = LiveCluster.inTheRecordedState(client, Files.readAllBytes(examplesJar()));
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> everyReadIsAnsweredAsRecorded() {
    PathMapper paths =
        new PathMapper(
            ClusterNames.recorded(),
            cluster.names(),
            Map.of(
                "Streaming.jar",
                new JarProgram(cluster.jarId(), LiveCluster.CHECKPOINTED_STREAM),
                "WordCount.jar",
                new JarProgram(cluster.jarId(), LiveCluster.WORD_COUNT)));
    return tally.counted(Kind.READ, Reference.reads().stream().map(call -> read(call, paths)));
  }

  @TestFactory
  @Order(2)
  Stream<DynamicContainer> whatCanBeKnownIsRight() {
    return Stream.of(
        checks("cluster", new ClusterChecks(cluster).tests()),
        checks("jobs", new JobChecks(cluster).tests()),
        checks("word count", new WordCountChecks(cluster, differences).tests()),
        checks("failed job", new FailureChecks(cluster, differences).tests()),
        checks("checkpoints", new CheckpointChecks(cluster).tests()));
  }

  @TestFactory
  @Order(3)
  Stream<DynamicTest> everyChangeIsAnsweredAsRecorded() {
    ActionReplay replay = new ActionReplay(cluster, differences, inPath(target));
    return Stream.concat(
        tally.counted(Kind.CHANGE, Reference.actions().stream().map(call -> change(call, replay))),
        tally.counted(Kind.CHECK, new CancelChecks(cluster, differences, inPath(target)).tests()));
  }

  @Test
  @Order(4)
  void everyDifferenceInTheListOccurs() {
    Assumptions.assumeTrue(
        tally.done(Kind.READ) == Reference.reads().size()
            && tally.done(Kind.CHANGE) == Reference.actions().size(),
        "Only after a run of everything");
    assertThat(differences.unmet())
        .as("differences that are listed and documented but no longer occur")
        .isEmpty();
  }

  private DynamicContainer checks(String of, Stream<DynamicTest> tests) {
    return DynamicContainer.dynamicContainer(of, tally.counted(Kind.CHECK, tests));
  }

  private static DynamicTest change(RecordedCall call, ActionReplay replay) {
    return DynamicTest.dynamicTest(call.name(), () -> assertThat(replay.replay(call)).isEmpty());
  }

  private DynamicTest read(RecordedCall call, PathMapper paths) {
    Comparison comparison = new Comparison(differences);
    return DynamicTest.dynamicTest(
        call.name(),
        () -> {
          String path = paths.toLive(call.path());
          assertThat(comparison.compare(call, cluster.client().get(path)))
              .as("GET %s", path)
              .isEmpty();
        });
  }
}
