// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options that cannot be are refused before anything is started. */
class EmbeddedFlinkOptionsTest {

  @Test
  void aRelativeDirectoryBecomesAbsolute() {
    assertThat(options(1, 1, Duration.ZERO).workDirectory())
        .isAbsolute()
        .endsWithRaw(Path.of("work"));
  }

  @Test
  void theConfigurationIsACopy() {
    Map<String, String> configuration = new HashMap<>(Map.of("a", "1"));
    EmbeddedFlinkOptions options =
        new EmbeddedFlinkOptions(Path.of("work"), 1, 1, configuration, Duration.ZERO);

    configuration.put("a", "2");

    assertThat(options.configuration()).containsExactly(Map.entry("a", "1"));
  }

  @Test
  void lessThanOneTaskManagerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(0, 1, Duration.ZERO))
        .withMessage("The number of TaskManagers has to be at least 1, but is 0");
  }

  @Test
  void lessThanOneSlotIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(1, -2, Duration.ZERO))
        .withMessage("The number of slots of a TaskManager has to be at least 1, but is -2");
  }

  @Test
  void aNegativeDeadlineIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(1, 1, Duration.ofSeconds(-1)))
        .withMessageContaining("PT-1S");
  }

  private static EmbeddedFlinkOptions options(int taskManagers, int slots, Duration deadline) {
    return new EmbeddedFlinkOptions(Path.of("work"), taskManagers, slots, Map.of(), deadline);
  }
}
