package dev.weir.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.container.ContainerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of containers is what was run, and complete. */
class ContainersDocumentTest {
  @Test
  void everyContainerThatIsTriedHasPassed() {
    assertThat(ContainersDocument.checkedIn().rows())
        .zipSatisfy(
            List.of(ContainerKind.values()),
            (row, kind) ->
                assertThat(row)
                    .startsWith("| " + ContainersDocument.key(kind) + " |")
                    .contains("| passed |"));
  }
}
