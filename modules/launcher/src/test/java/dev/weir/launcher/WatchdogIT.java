// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process of a server that cannot go on. */
@Timeout(120)
class WatchdogIT {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  /** Starts with an agent of the virtual machine that does harm. */
  private WeirProcess start(String harm) throws IOException {
    return WeirProcess.launch()
        .jvmOptions("-Xmx64m", "-javaagent:" + agent() + "=" + harm)
        .arguments("--cluster", "http://127.0.0.1:1")
        .start();
  }

  private Path agent() throws IOException {
    Path jar = directory.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), HarmfulAgent.class.getName());
    String file = HarmfulAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream code = HarmfulAgent.class.getResourceAsStream("/" + file)) {
      entries.putNextEntry(new ZipEntry(file));
      code.transferTo(entries);
    }
    return jar;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "log"})
  void anOutOfMemoryErrorInAnyThreadOrTheLogEndsTheProcess(String harm) throws IOException {
    try (WeirProcess weir = start(harm)) {
      assertThat(weir.awaitExit(DEADLINE)).as("%s", weir.output()).isEqualTo(3);
      assertThat(weir.output())
          .contains("Weir ends with code 3: it is out of memory. Recommended action: ");
    }
  }

  /** The virtual machine lets nobody stop a thread of another from 20 on. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_19)
  void theDeathOfAThreadOfALibraryEndsTheProcess() throws IOException {
    try (WeirProcess weir = start("HttpClient-1-SelectorManager")) {
      assertThat(weir.awaitExit(DEADLINE)).as("%s", weir.output()).isEqualTo(3);
      assertThat(weir.output())
          .contains(
              "Weir ends with code 3: thread HttpClient-1-SelectorManager has died; the server cannot run without it.");
    }
  }
}
