// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** The help names everything there is. */
class HelpTest {
  private final String help = help();

  @Test
  void theHelpNamesEveryOption() {
    assertThat(help)
        .contains("-h, --help", "-V, --version", "-D, --set=KEY=VALUE")
        .contains(
            "-p, --port=PORT",
            "--bind=HOST",
            "--cluster=[NAME=]URL[,URL]",
            "--conf-dir=DIR",
            "--demo");
  }

  @Test
  void theHelpNamesEverySettingWithItsDefaultAndMeaning() {
    String oneLine = help.replaceAll("\\s+", " ");

    assertThat(SettingKeys.all())
        .allSatisfy(
            setting -> {
              assertThat(help).contains(setting.option().map(o -> o.name()).orElse(setting.key()));
              assertThat(oneLine).contains(setting.meaning());
              assertThat(help).contains(setting.defaultText().orElse(""));
            });
  }

  @Test
  void theHelpNamesEverySettingOfACluster() {
    assertThat(ClusterKeys.all())
        .allSatisfy(setting -> assertThat(help).contains("  " + setting.key()));
  }

  @Test
  void theHelpSaysWhereElseSettingsComeFromAndHowTheRunEnds() {
    assertThat(help)
        .contains("WEIR_PORT=9090", "java -Dweir.port=9090", "flink-conf.yaml", "config.yaml")
        .contains("Exit codes:", "130, 143", "Examples:");
  }

  @Test
  void theHelpFitsIntoAHundredColumnsAndHasNoColoursUnlessAsked() {
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(help).doesNotContain("\u001b");
  }

  private static String help() {
    StringWriter out = new StringWriter();
    new Launcher(
            settings -> new FakeServer(),
            arguments -> new SettingsSources(List.of(), Map.of(), Map.of()),
            new Versions("1.2", "2.3.0"),
            Ansi.OFF)
        .run(new String[] {"--help"}, new PrintWriter(out), new PrintWriter(out));
    return out.toString();
  }
}
