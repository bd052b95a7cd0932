// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The paths that need no credentials: those of resource methods with {@link PermitAll}.
 *
 * @param paths without a leading slash; each is read by GET and HEAD
 */
public record PublicPaths(Set<String> paths) {
  /**
   * The public paths that the classes declare.
   *
   * @throws IllegalArgumentException if a public method is not a GET, or its path has variables
   */
  public static PublicPaths of(Set<Class<?>> classes) {
    return new PublicPaths(
        classes.stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.isAnnotationPresent(PermitAll.class))
            .map(PublicPaths::path)
            .collect(Collectors.toSet()));
  }

  private static String path(Method method) {
    String path =
        Stream.of(
                method.getDeclaringClass().getAnnotation(Path.class),
                method.getAnnotation(Path.class))
            .map(part -> part == null ? "" : part.value().replaceAll("^/+|/+$", ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    if (!method.isAnnotationPresent(GET.class) || path.contains("{")) {
      throw new IllegalArgumentException(
          method + " is for anybody: it must be a GET of a path without variables.");
    }
    return path;
  }

  /** Whether the request needs no credentials. */
  boolean allow(ContainerRequestContext request) {
    return (request.getMethod().equals(HttpMethod.GET)
            || request.getMethod().equals(HttpMethod.HEAD))
        && paths.contains(request.getUriInfo().getPath(false));
  }
}
