package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.conformance.PathMapper.JarProgram;
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
  private final Differences differences = Differences.checkedIn();
  private final Comparison comparison = new Comparison(differences);
  private @TempDir Path target;
  private LiveCluster cluster;
  private int compared;

  /** Where the server listens; asked when it has to be there. */
  protected abstract URI baseUri();

  /** The jar of the examples. */
  protected Path examplesJar() {
    return BuiltJars.examples();
  }

  @BeforeAll
  void bringTheClusterIntoTheRecordedState() throws IOException {
    cluster =
        LiveCluster.inTheRecordedState(
            new ClassicClient(baseUri(), AnswerContract.checkedIn()),
            Files.readAllBytes(examplesJar()));
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
    return Reference.reads().stream().map(call -> read(call, paths));
  }

  @TestFactory
  @Order(2)
  Stream<DynamicContainer> whatCanBeKnownIsRight() {
    return Stream.of(
        DynamicContainer.dynamicContainer("cluster", new ClusterChecks(cluster).tests()),
        DynamicContainer.dynamicContainer("jobs", new JobChecks(cluster).tests()),
        DynamicContainer.dynamicContainer("word count", new WordCountChecks(cluster).tests()),
        DynamicContainer.dynamicContainer(
            "failed job", new FailureChecks(cluster, differences).tests()),
        DynamicContainer.dynamicContainer("checkpoints", new CheckpointChecks(cluster).tests()));
  }

  @TestFactory
  @Order(3)
  Stream<DynamicTest> everyChangeIsAnsweredAsRecorded() {
    ActionReplay replay = new ActionReplay(cluster, differences, target);
    return Stream.concat(
        Reference.actions().stream()
            .map(
                call ->
                    DynamicTest.dynamicTest(
                        call.name(),
                        () -> {
                          compared++;
                          assertThat(replay.replay(call)).isEmpty();
                        })),
        new CancelChecks(cluster, differences).tests());
  }

  @Test
  @Order(4)
  void everyDifferenceInTheListOccurs() {
    Assumptions.assumeTrue(
        compared == Reference.reads().size() + Reference.actions().size(),
        "Only after a run of everything");
    assertThat(differences.unmet())
        .as("differences that are listed and documented but no longer occur")
        .isEmpty();
  }

  private DynamicTest read(RecordedCall call, PathMapper paths) {
    return DynamicTest.dynamicTest(
        call.name(),
        () -> {
          compared++;
          String path = paths.toLive(call.path());
          assertThat(comparison.compare(call, cluster.client().get(path)))
              .as("GET %s", path)
              .isEmpty();
        });
  }
}
