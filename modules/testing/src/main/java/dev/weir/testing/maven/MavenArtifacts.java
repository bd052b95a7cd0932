// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Artifacts out of the local Maven repository, into which Maven's own resolver fetches what is
 * missing.
 *
 * <p>The user's {@code settings.xml} counts (mirrors, proxies, credentials). A build hands over
 * what it was started with itself, in the system property {@code weir.maven}: lines of {@code
 * repository=}, {@code offline=} and {@code settings=}. Without it, it is what a plain {@code mvn}
 * would use.
 */
public final class MavenArtifacts {
  private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();

  private MavenArtifacts() {}

  /**
   * Some artifacts with all that they need at run time.
   *
   * @param coordinates such as {@code org.apache.flink:flink-runtime-web:2.3.0}
   * @throws IllegalStateException if they cannot be had
   */
  public static List<Path> withDependencies(List<String> coordinates) {
    return RESOLVED.computeIfAbsent(coordinates, MavenArtifacts::resolve);
  }

  /**
   * One artifact alone.
   *
   * @param coordinates such as {@code org.apache.tomcat:tomcat:zip:10.1.59}
   * @throws IllegalStateException if it cannot be had
   */
  public static Path file(String coordinates) {
    try (Context maven = Runtimes.INSTANCE.getRuntime().create(asTheBuild())) {
      ArtifactRequest request =
          new ArtifactRequest(
              new DefaultArtifact(coordinates), maven.remoteRepositories(), /* context= */ null);
      return path(
          maven
              .repositorySystem()
              .resolveArtifact(maven.repositorySystemSession(), request)
              .getArtifact());
    } catch (ArtifactResolutionException e) {
      throw new IllegalStateException("Cannot get " + coordinates + ": " + e.getMessage(), e);
    }
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
          .map(MavenArtifacts::path)
          .toList();
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException("Cannot get " + coordinates + ": " + e.getMessage(), e);
    }
  }

  private static Path path(Artifact artifact) {
    return artifact.getFile().toPath();
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
}
