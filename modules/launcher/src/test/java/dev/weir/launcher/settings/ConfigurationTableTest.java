package dev.weir.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation has the settings as the code has them. */
class ConfigurationTableTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");
  private static final String BEGIN = "<!-- settings: begin -->";
  private static final String END = "<!-- settings: end -->";

  @Test
  void theTableInTheDocumentationIsTheOneOfTheCode() throws IOException {
    if (Boolean.getBoolean("regenerate-docs")) {
      Files.writeString(PAGE, String.join("\n", withTable(Files.readAllLines(PAGE))) + "\n");
    }
    List<String> page = Files.readAllLines(PAGE);

    assertThat(page.subList(page.indexOf(BEGIN) + 1, page.indexOf(END)))
        .as(
            "the table in docs/configuration.md; -Dregenerate-docs=true writes the right one,"
                + " which is:%n%s",
            String.join("\n", ConfigurationTable.lines()))
        .isEqualTo(ConfigurationTable.lines());
  }

  @Test
  void everyDescriptionIsOneSentence() {
    assertThat(SettingKeys.all())
        .extracting(Setting::description)
        .allSatisfy(text -> assertThat(text).matches("[A-Z][^|\\n]*\\."));
  }

  private static List<String> withTable(List<String> page) {
    List<String> lines = new ArrayList<>(page.subList(0, page.indexOf(BEGIN) + 1));
    lines.addAll(ConfigurationTable.lines());
    lines.addAll(page.subList(page.indexOf(END), page.size()));
    return lines;
  }
}
