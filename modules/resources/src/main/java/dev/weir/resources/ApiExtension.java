// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the API: its resources, and what the rest of the server must know of them.
 *
 * <p>The classic API is the first extension. Others are found by {@link java.util.ServiceLoader},
 * which needs a public constructor without parameters.
 */
public interface ApiExtension {
  /**
   * Resources and providers of JAX-RS to register; nothing is scanned for. They may inject what the
   * server binds, such as {@link dev.weir.monitor.Clusters} and {@link
   * dev.weir.monitor.ClusterMonitor}, and the {@link #bindings} of this extension.
   *
   * <p>Each resource method declares who may call it: by {@link
   * dev.weir.resources.access.Requires}, or by {@link jakarta.annotation.security.PermitAll} if
   * anybody may. A path of the latter kind has no variables.
   *
   * <p>Filters name their place by {@link dev.weir.resources.wire.FilterOrder}. A request filter
   * without {@link dev.weir.resources.wire.SkippedByHotAnswers} sees each request: no answer that
   * has passed through it is kept ready.
   *
   * <p>A method that fails throws {@link dev.weir.resources.wire.ProblemException}. Other
   * exceptions of JAX-RS are answered as the general kind of their status.
   */
  Set<Class<?>> classes();

  /** Objects that the classes inject, by the type they ask for. */
  default Map<Class<?>, Object> bindings() {
    return Map.of();
  }

  /**
   * The first segments of paths that are about the server, not about one cluster, such as {@code
   * clusters}. Below {@code /clusters/<name>} they are answered with 404.
   */
  default Set<String> serverPaths() {
    return Set.of();
  }

  /**
   * A document of OpenAPI in YAML with the paths of this extension, and the components that only
   * they refer to; both become part of the description of the server. Empty for paths that are not
   * described.
   */
  default Optional<String> description() {
    return Optional.empty();
  }
}
