// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code docs/clients.md} says of other languages is done as it stands there, and the linter
 * that npm has reads the description. Only with the profile {@code clients}: it takes Node.js, Go
 * and Python, and their registries.
 */
@EnabledIfSystemProperty(named = "weir.generator.jar", matches = ".+")
@Timeout(600)
class DocumentedClientsIT {
  @RegisterExtension private static final RunningWeir WEIR = new RunningWeir(WeirProcess.launch());

  private static final Path SPEC = Path.of("..", "..", "api-spec").toAbsolutePath().normalize();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"TypeScript", "Go", "Python"})
  void aClientIsGeneratedAndItsProgramRuns(String language) throws Exception {
    DocumentedClient client = DocumentedClient.of(language);
    Path generator = Path.of(System.getProperty("weir.generator.jar"));
    Files.copy(generator, directory.resolve(generator.getFileName()));
    Files.writeString(directory.resolve(client.file()), client.program());

    assertThat(run(client.commands()).lines().toList())
        .last()
        .asString()
        .matches("WordCount Example FINISHED \\d+ ms");
  }

  @Test
  void redoclyHasNothingToSayAgainstTheDescriptions() throws Exception {
    assertThat(
            run(
                ("npx --yes @redocly/cli@2.77.0 lint --config %1$s/redocly.yaml"
                        + " %1$s/weir.yaml %1$s/weir-v1.yaml")
                    .formatted(SPEC)))
        .contains("Your API descriptions are valid")
        .doesNotContain("You have");
  }

  private String run(String commands) throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "output", ".txt");
    URI server = WEIR.baseUri();
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().put("WEIR", server.toString().replaceFirst("/$", ""));
    shell.environment().put("PROGRAM", BuiltJars.examples().toString());
    Process process = shell.start();
    try {
      assertThat(process.waitFor(9, TimeUnit.MINUTES)).as("it comes to an end").isTrue();
      String said = Files.readString(output);
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
