// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import dev.weir.resources.v1.V1Api;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All API extensions of one server.
 *
 * @param all the extensions, in the order of their descriptions
 */
public record ApiExtensions(List<ApiExtension> all) {
  /** The classic API, Flink's own API, and the extensions on the class path. */
  public static ApiExtensions installed() {
    return ownAnd(
        ServiceLoader.load(ApiExtension.class, ApiExtension.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** The classic API and Flink's own API, followed by the given extensions. */
  public static ApiExtensions ownAnd(List<ApiExtension> others) {
    return new ApiExtensions(
        Stream.concat(Stream.of(new ClassicApi(), new V1Api()), others.stream()).toList());
  }

  /**
   * All classes to register: those of the extensions, and the providers that every extension needs.
   */
  public Set<Class<?>> classes() {
    return Stream.concat(
            CommonProviders.classes().stream(), all.stream().flatMap(one -> one.classes().stream()))
        .collect(Collectors.toSet());
  }

  /** The first segments of all server-wide paths. */
  public Set<String> serverPaths() {
    return all.stream().flatMap(one -> one.serverPaths().stream()).collect(Collectors.toSet());
  }

  /** The OpenAPI documents to merge into the description of the classic API. */
  public List<String> descriptions() {
    return all.stream().map(ApiExtension::description).flatMap(Optional::stream).toList();
  }
}
