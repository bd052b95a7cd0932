// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The defaults that are lower inside a JobManager, and the page that lists them. */
class HostDefaultsTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "jobmanager.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(weir\\.\\S+)` \\| ([^|]+) \\| ([^|]+) \\|$");

  private static Map<String, String> listed(int column) throws IOException {
    String page = Files.readString(PAGE);
    return ROW.matcher(
            page.substring(
                page.indexOf("<!-- lowered: begin -->"), page.indexOf("<!-- lowered: end -->")))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(column)));
  }

  @Test
  void thePageListsThem() throws IOException {
    assertThat(listed(2)).isEqualTo(HostDefaults.LOWERED);
    assertThat(listed(3))
        .allSatisfy(
            (key, elsewhere) ->
                assertThat(elsewhere)
                    .isEqualTo(
                        SettingKeys.find(key)
                            .orElseThrow()
                            .defaultText()
                            .orElse("an eighth of the heap")));
  }

  @Test
  void eachIsAValueOfItsSettingAndNotTheOrdinaryDefault() {
    assertThat(HostDefaults.LOWERED)
        .allSatisfy(
            (key, text) -> {
              Setting<?> setting = SettingKeys.find(key).orElseThrow();
              assertThat(setting.type().parse(text)).isPresent();
              assertThat(setting.defaultText()).isNotEqualTo(Optional.of(text));
            });
  }
}
