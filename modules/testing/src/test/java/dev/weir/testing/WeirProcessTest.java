// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runnable jar is started, listened to and stopped. */
class WeirProcessTest {
  private @TempDir Path folder;

  @BeforeEach
  void buildAJar() throws IOException {
    Path jar = folder.resolve("reporting.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ReportingProgram.class.getName());
    String entry = ReportingProgram.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = ReportingProgram.class.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      code.transferTo(out);
    }
    System.setProperty("weir.jar", jar.toString());
  }

  @AfterEach
  void forgetTheJar() {
    System.clearProperty("weir.jar");
  }

  @Test
  void theAddressIsTheOneItListensOn() {
    try (WeirProcess process = WeirProcess.launch().start()) {
      assertThat(process.baseUri()).isEqualTo(URI.create("http://127.0.0.1:12345/"));
      assertThat(process.isAlive()).isTrue();
      assertThat(process.pid()).isPositive();
    }
  }

  @Test
  void argumentsOptionsAndVariablesArrive() {
    try (WeirProcess process =
        WeirProcess.launch()
            .arguments("--demo")
            .jvmOptions("-Dweir.test=option")
            .environment("WEIR_TEST", "here")
            .start()) {
      process.baseUri();
      assertThat(process.output())
          .contains("arguments [--port, 0, --demo]", "property option", "variable here");
    }
  }

  @Test
  void itStopsWhenItIsTold() {
    WeirProcess process = WeirProcess.launch().start();
    process.baseUri();
    assertThat(process.stop()).isEqualTo(143);
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void aStartThatFailsIsToldWithItsOutput() {
    WeirProcess process = WeirProcess.launch().portAsConfigured().arguments("--fail").start();
    assertThatThrownBy(process::baseUri)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The process ended")
        .hasMessageContaining("arguments [--fail]");
    assertThat(process.awaitExit(Duration.ofSeconds(10))).isEqualTo(3);
  }

  @Test
  void aJarThatIsNotBuiltIsToldByItsProperty() {
    System.setProperty("weir.jar", folder.resolve("none.jar").toString());
    assertThatThrownBy(() -> WeirProcess.launch().start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("weir.jar");
  }
}
