// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guessing what was meant. */
class SuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "weir.prot, weir.port",
    "port, weir.port",
    "weir.refreshInterval, weir.refresh-interval",
    "weir.upload.max.bytes, weir.upload.max-bytes",
    "weir.slots, weir.embedded.slots",
    "weir.connections, weir.upstream.connections",
    "weir.log, weir.log.level",
    "WEIR_UPLOAD_DIRECTORY, weir.upload.dir",
    "jobmanager.web.history, weir.embedded.history"
  })
  void theNearestSettingIsFound(String text, String key) {
    assertThat(Suggestions.to(text).key()).isEqualTo(key);
  }

  @Test
  void ofCandidatesOnlyANearOneIsNamed() {
    assertThat(Suggestions.of("--prot", List.of("--port", "--bind"))).contains("--port");
    assertThat(Suggestions.of("--something", List.of("--port", "--bind"))).isEmpty();
  }
}
