// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.weir.model.FlinkSeries;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the jars of an engine are looked for. */
class NestedJarsIT {

  @TempDir private Path directory;

  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectory(directory.resolve("target"));
  }

  @Test
  void ourJarBringsOneAndTheClassPathTheOther() throws Exception {
    for (FlinkSeries series : FlinkSeries.values()) {
      Path here = Files.createDirectory(target.resolve(series.name()));

      assertThat(NestedJars.extract(series, here))
          .extracting(jar -> jar.getFileName().toString())
          .contains("weir-embedded-engine.jar", "flink-runtime-" + series.version() + ".jar");
    }
  }

  @Test
  void anAddOnBesideOurJarIsFound() throws Exception {
    Files.copy(locationOf(FlinkSeries.V1_20), directory.resolve("weir-flink-1.20.jar"));

    assertThat(extractAlone("V1_20")).asString().contains("flink-runtime-1.20.5.jar");
  }

  @Test
  void anAddOnThatIsMissingIsNamedWithThePlaceForIt() {
    assertThatException()
        .isThrownBy(() -> extractAlone("V1_20"))
        .havingCause()
        .withMessage(
            "Flink 1.20 comes in a jar of its own, weir-flink-1.20.jar, which is neither beside"
                + " %s/weir.jar nor on the class path; put it into %s, or choose another Flink",
            directory, directory);
  }

  /** What our jar answers if there is nothing on its class path but that and the model. */
  private Object extractAlone(String series) throws Exception {
    Path ours = Files.copy(locationOf(FlinkSeries.V2_3), directory.resolve("weir.jar"));
    try (URLClassLoader alone =
        new URLClassLoader(
            new URL[] {ours.toUri().toURL(), model()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = alone.loadClass(FlinkSeries.class.getName());
      Method extract =
          alone
              .loadClass(NestedJars.class.getName())
              .getDeclaredMethod("extract", type, Path.class);
      extract.setAccessible(true);
      return extract.invoke(
          null, type.getMethod("valueOf", String.class).invoke(null, series), target);
    }
  }

  private static URL model() {
    return FlinkSeries.class.getProtectionDomain().getCodeSource().getLocation();
  }

  /** The jar on the class path that has an engine. */
  private static Path locationOf(FlinkSeries series) throws Exception {
    URL engine =
        NestedJars.class.getResource("/" + NestedJars.folder(series) + "/weir-embedded-engine.jar");
    JarURLConnection inJar = (JarURLConnection) engine.openConnection();
    return Path.of(inJar.getJarFileURL().toURI());
  }
}
