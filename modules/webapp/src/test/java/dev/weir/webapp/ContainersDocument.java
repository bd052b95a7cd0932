// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.MarkedTable;
import dev.weir.testing.conformance.Tally;
import dev.weir.testing.conformance.Tally.Kind;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerKind.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The page that shows, in a table, what was run in each container. */
final class ContainersDocument {
  private static final Path PAGE = Path.of("..", "..", "docs", "containers.md");
  private static final String BEGIN = "<!-- written by mvn verify -Pall-containers -->";
  private static final List<String> HEAD =
      List.of(
          "| Container | Version | WAR | Reads compared | Changes compared | Checks | Result | Started in |",
          "| --- | --- | --- | --- | --- | --- | --- | --- |");

  private ContainersDocument() {}

  /** As it is checked in. */
  static MarkedTable checkedIn() {
    return MarkedTable.read(
        PAGE, BEGIN, HEAD, Stream.of(ContainerKind.values()).map(ContainersDocument::key).toList());
  }

  /** What the row of a container begins with. */
  static String key(ContainerKind kind) {
    return kind.label() + " | " + kind.version();
  }

  /**
   * What a run of the suite came to; it is as it should be only if there was something to say it
   * of.
   */
  static String row(ContainerKind kind, Tally tally, Duration start) {
    String result =
        tally.failed() > 0
            ? tally.failed() + " failed"
            : tally.done(Kind.READ) > 0 && tally.done(Kind.CHANGE) > 0 ? "passed" : "did not run";
    return "| %s | %s | %d | %d | %d | %s | %s s |"
        .formatted(
            key(kind),
            kind.platform() == Platform.JAKARTA ? "weir.war" : "weir-ee8.war",
            tally.done(Kind.READ),
            tally.done(Kind.CHANGE),
            tally.done(Kind.CHECK),
            result,
            String.format(Locale.ROOT, "%.1f", start.toMillis() / 1000.0));
  }
}
