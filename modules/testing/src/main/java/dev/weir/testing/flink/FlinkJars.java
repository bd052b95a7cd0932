package dev.weir.testing.flink;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * The class path of a Flink of any version, out of the local Maven repository, into which Maven's
 * own resolver fetches what is missing.
 *
 * <p>It is not the {@code flink-dist} of a distribution, which Maven Central does not have, but the
 * same classes in the jars that it is made of, with the logging that a distribution has. The user's
 * {@code settings.xml} counts (mirrors, proxies, credentials). A build hands over what it was
 * started with itself, in the system property {@code weir.maven}: lines of {@code repository=},
 * {@code offline=} and {@code settings=}. Without it, it is what a plain {@code mvn} would use.
 */
final class FlinkJars {
  private static final String FLINK = "org.apache.flink:";
  private static final String LOG4J = "org.apache.logging.log4j:";
  private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();

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
    return RESOLVED.computeIfAbsent(wanted, FlinkJars::resolve);
  }

  private static List<Path> resolve(List<String> coordinates) {
    try (Context maven = Runtimes.INSTANCE.getRuntime().create(asTheBuild())) {
      CollectRequest collect = new CollectRequest();
      collect.setRepositories(maven.remoteRepositories());
      coordinates.forEach(
          one ->
              collect.addDependency(new Dependency(new DefaultArtifact(one), JavaScopes.RUNTIME)));
      DependencyRequest request =
          new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
      return maven
          .repositorySystem()
          .resolveDependencies(maven.repositorySystemSession(), request)
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException("Cannot get " + coordinates + ": " + e.getMessage(), e);
    }
  }

  private static ContextOverrides asTheBuild() {
    Map<String, String> build = theBuilds(System.getProperty("weir.maven", ""));
    ContextOverrides.Builder overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .offline(Boolean.parseBoolean(build.get("offline")));
    if (build.containsKey("repository")) {
      overrides.withLocalRepositoryOverride(Path.of(build.get("repository")));
    }
    if (build.containsKey("settings")) {
      overrides.withUserSettingsXmlOverride(Path.of(build.get("settings")));
    }
    return overrides.build();
  }

  private static Map<String, String> theBuilds(String lines) {
    return lines
        .lines()
        .map(line -> line.strip().split("=", 2))
        .filter(parts -> parts.length == 2 && !parts[1].isEmpty())
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
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
