// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation has the settings as the code has them. */
class ConfigurationTableTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");

  @ParameterizedTest
  @ValueSource(strings = {"settings", "cluster settings"})
  void theTableInTheDocumentationIsTheOneOfTheCode(String name) throws IOException {
    List<String> table =
        ConfigurationTable.lines(name.equals("settings") ? SettingKeys.all() : ClusterKeys.all());
    if (Boolean.getBoolean("regenerate-docs")) {
      Files.writeString(PAGE, String.join("\n", with(name, table)) + "\n");
    }
    List<String> page = Files.readAllLines(PAGE);

    assertThat(page.subList(page.indexOf(begin(name)) + 1, page.indexOf(end(name))))
        .as(
            "the table in docs/configuration.md; -Dregenerate-docs=true writes the right one,"
                + " which is:%n%s",
            String.join("\n", table))
        .isEqualTo(table);
  }

  @Test
  void everyDescriptionIsOneSentence() {
    assertThat(Stream.concat(SettingKeys.all().stream(), ClusterKeys.all().stream()))
        .extracting(Setting::description)
        .allSatisfy(text -> assertThat(text).matches("[A-Z][^|\\n]*\\."));
  }

  private static List<String> with(String name, List<String> table) throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> lines = new ArrayList<>(page.subList(0, page.indexOf(begin(name)) + 1));
    lines.addAll(table);
    lines.addAll(page.subList(page.indexOf(end(name)), page.size()));
    return lines;
  }

  private static String begin(String name) {
    return "<!-- " + name + ": begin -->";
  }

  private static String end(String name) {
    return "<!-- " + name + ": end -->";
  }
}
