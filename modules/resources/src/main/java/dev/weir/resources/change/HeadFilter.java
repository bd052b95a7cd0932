// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rejects HEAD where GET changes something. JAX-RS answers HEAD by running GET. But HEAD is safe
 * (RFC 9110, 9.3.2): clients and proxies send it on their own.
 */
@Changes
@Priority(FilterOrder.SAFE_HEAD)
public final class HeadFilter implements ContainerRequestFilter {
  private static final String HEAD = HeadFilter.class.getName();

  /** Records HEAD before matching: once a resource is found, JAX-RS may call the method GET. */
  @PreMatching
  @Priority(FilterOrder.ORDINARY)
  @SkippedByHotAnswers
  public static final class Noted implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getMethod().equals(HttpMethod.HEAD)) {
        request.setProperty(HEAD, true);
      }
    }
  }

  /** Whether the client sent HEAD. */
  public static boolean isHead(ContainerRequestContext request) {
    return request.getProperty(HEAD) != null;
  }

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (isHead(request)) {
      String[] allowed =
          Arrays.stream(resource.getResourceClass().getMethods())
              .filter(this::isAtTheSamePath)
              .flatMap(HeadFilter::httpMethods)
              .sorted()
              .toArray(String[]::new);
      throw new NotAllowedException(allowed[0], Arrays.copyOfRange(allowed, 1, allowed.length));
    }
  }

  private boolean isAtTheSamePath(Method method) {
    return Objects.equals(path(method), path(resource.getResourceMethod()));
  }

  private static @Nullable String path(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? null : path.value();
  }

  private static Stream<String> httpMethods(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value);
  }
}
