// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.conformance.ClassicConformance;
import dev.weir.testing.container.Container;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerKind.Platform;
import dev.weir.testing.container.ContainerLaunch;
import dev.weir.testing.container.RunningContainer;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A WAR in one container before a real Flink, against the answers of a Flink 1.3.2. With {@code
 * -Pall-containers} its row is written to docs/containers.md.
 */
@Timeout(300)
abstract class ContainerConformance extends ClassicConformance {
  static final String CONTEXT = "weir";

  @Order(1)
  @RegisterExtension
  final RunningFlink flink = sharedFlink();

  @Order(2)
  @RegisterExtension
  final RunningContainer running;

  private final ContainerKind kind;
  private @Nullable Duration start;

  ContainerConformance(ContainerKind kind) {
    this.kind = kind;
    running =
        new RunningContainer(
            () -> configured(kind.launch().war(CONTEXT, war(kind)), flink.restAddress()));
  }

  /** One for all containers. */
  static RunningFlink sharedFlink() {
    return RunningFlink.shared(
        "of the containers",
        FlinkCluster.of("1.20.4")
            .slots(8)
            .configuration(Map.of("metrics.fetcher.update-interval", "1000")));
  }

  /** The settings, in the way that this container is to show; as environment variables here. */
  ContainerLaunch configured(ContainerLaunch launch, URI cluster) {
    return launch
        .environment("WEIR_CLUSTER", cluster.toString())
        .environment("WEIR_SECURITY", "none");
  }

  /** Some refuse an encoded slash in a path before an application sees it; a URI needs none. */
  @Override
  protected String inPath(Path directory) {
    return "file:" + directory;
  }

  static Path war(ContainerKind kind) {
    return kind.platform() == Platform.JAKARTA ? BuiltJars.war() : BuiltJars.javaEe8War();
  }

  /** Asks for what the WAR {@code wrong}, which is for the other containers, says of itself. */
  static void requireWords(Container container, String which, String instead) {
    for (String path : List.of("wrong/", "wrong/overview")) {
      container.await(
          path,
          answer ->
              answer.statusCode() == 503
                  && answer.body().contains(which)
                  && answer.body().contains(instead));
    }
    assertThat(container.logs()).contains(which).contains(instead);
  }

  @Override
  protected URI baseUri() {
    Container container = running.container();
    container.await(CONTEXT + "/overview", answer -> answer.statusCode() == 200);
    start = Duration.between(container.startedAt(), Instant.now());
    return container.uri().resolve(CONTEXT + "/");
  }

  @AfterAll
  void report() {
    if (Boolean.getBoolean("weir.containers.write")) {
      ContainersDocument.checkedIn()
          .with(
              ContainersDocument.key(kind),
              ContainersDocument.row(kind, tally(), requireNonNullElse(start, Duration.ZERO)))
          .write();
    }
  }
}
