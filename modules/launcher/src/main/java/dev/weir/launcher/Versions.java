// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.model.FlinkSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Versions of this build.
 *
 * @param weir Weir's version
 * @param flink the version of the Flink that is embedded by default
 */
public record Versions(String weir, String flink) {

  /** Reads the versions recorded by the build. */
  public static Versions ofBuild() {
    Properties properties = new Properties();
    try (InputStream file = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(properties.getProperty("weir"), properties.getProperty("flink"));
  }

  /** The lines of {@code --version}. */
  String[] lines() {
    return new String[] {
      "Weir " + weir,
      "Embedded Flink " + flink,
      "Embedded Flink %s with --flink %s"
          .formatted(FlinkSeries.V1_20.version(), FlinkSeries.V1_20.text()),
      "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
