// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars and WARs under test, as the build names them in system properties. */
public final class BuiltJars {
  private BuiltJars() {}

  /** The runnable jar: system property {@code weir.jar}. */
  public static Path weir() {
    return named("weir.jar");
  }

  /** The plugin for JobManagers: system property {@code weir.jobmanager.jar}. */
  public static Path jobManager() {
    return named("weir.jobmanager.jar");
  }

  /** The WAR for Jakarta EE: system property {@code weir.war}. */
  public static Path war() {
    return named("weir.war");
  }

  /** The WAR for Java EE 8: system property {@code weir.ee8.war}. */
  public static Path javaEe8War() {
    return named("weir.ee8.war");
  }

  /** The jar of the example jobs: system property {@code weir.examples.jar}. */
  public static Path examples() {
    return named("weir.examples.jar");
  }

  /** The jar of the DataSet example: system property {@code weir.examples.dataset.jar}. */
  public static Path dataSetExample() {
    return named("weir.examples.dataset.jar");
  }

  private static Path named(String property) {
    String value = System.getProperty(property);
    if (value == null || !Files.isRegularFile(Path.of(value))) {
      throw new IllegalStateException(
          "The system property " + property + " must name a file that is built, not " + value);
    }
    return Path.of(value).toAbsolutePath();
  }
}
