// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import dev.weir.testing.maven.MavenArtifacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The class path of a Flink of any version, out of the local Maven repository.
 *
 * <p>It is not the {@code flink-dist} of a distribution, which Maven Central does not have, but the
 * same classes in the jars that it is made of, with the logging that a distribution has.
 */
final class FlinkJars {
  private static final String FLINK = "org.apache.flink:";
  private static final String LOG4J = "org.apache.logging.log4j:";

  private FlinkJars() {}

  /**
   * The jars of a cluster.
   *
   * @param more further artifacts of the same Flink, such as {@code flink-connector-files}
   * @throws IllegalStateException if they cannot be had
   */
  static List<Path> of(FlinkVersion version, List<String> more) {
    String log4j = log4jVersion();
    List<String> wanted = new ArrayList<>();
    wanted.add(FLINK + "flink-runtime-web:" + version);
    more.forEach(artifact -> wanted.add(FLINK + artifact + ":" + version));
    // For SLF4J 1.7, which is the one of every Flink.
    wanted.add(LOG4J + "log4j-slf4j-impl:" + log4j);
    wanted.add(LOG4J + "log4j-core:" + log4j);
    return MavenArtifacts.withDependencies(wanted);
  }

  private static String log4jVersion() {
    Properties versions = new Properties();
    try (InputStream in = FlinkJars.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty("log4j");
  }
}
