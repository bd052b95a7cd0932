// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the API: its resources, and what the server needs to know about them.
 *
 * <p>The classic API is the first extension. {@link java.util.ServiceLoader} finds the others; each
 * of them needs a public constructor without parameters.
 */
public interface ApiExtension {
  /**
   * The JAX-RS resources and providers to register; nothing is scanned. They may inject what the
   * server binds, such as {@link dev.weir.monitor.Clusters} and {@link
   * dev.weir.monitor.ClusterMonitor}, and the {@link #bindings} of this extension.
   *
   * <p>Each resource method declares its access level by {@link
   * dev.weir.resources.access.Requires}, or {@link jakarta.annotation.security.PermitAll} if it is
   * public. The path of a public method has no variables.
   *
   * <p>Filters take their priority from {@link dev.weir.resources.wire.FilterOrder}. A request
   * filter without {@link dev.weir.resources.wire.SkippedByHotAnswers} sees every request: an
   * answer that passed through it is never kept ready.
   *
   * <p>A method that fails throws {@link dev.weir.resources.wire.ProblemException}. Other JAX-RS
   * exceptions are answered as the general problem kind of their status.
   */
  Set<Class<?>> classes();

  /** Objects that the classes inject, by the injected type. */
  default Map<Class<?>, Object> bindings() {
    return Map.of();
  }

  /**
   * The first segments of server-wide paths, such as {@code clusters}. Below {@code
   * /clusters/<name>} they are answered with 404.
   */
  default Set<String> serverPaths() {
    return Set.of();
  }

  /**
   * An OpenAPI document in YAML with the paths of this extension and the components that only they
   * reference. Both are merged into the server's description. Empty if the paths are not described.
   */
  default Optional<String> description() {
    return Optional.empty();
  }
}
