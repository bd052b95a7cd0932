// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All parts of the API of one server.
 *
 * @param all in the order of their descriptions
 */
public record ApiExtensions(List<ApiExtension> all) {
  /** The classic API, and what is on the class path beside it. */
  public static ApiExtensions installed() {
    return classicAnd(
        ServiceLoader.load(ApiExtension.class, ApiExtension.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** The classic API and these. */
  public static ApiExtensions classicAnd(List<ApiExtension> others) {
    return new ApiExtensions(Stream.concat(Stream.of(new ClassicApi()), others.stream()).toList());
  }

  /** Everything to register, with the providers that all extensions need. */
  public Set<Class<?>> classes() {
    return Stream.concat(
            CommonProviders.classes().stream(), all.stream().flatMap(one -> one.classes().stream()))
        .collect(Collectors.toSet());
  }

  /** The first segments of all paths that are about the server. */
  public Set<String> serverPaths() {
    return all.stream().flatMap(one -> one.serverPaths().stream()).collect(Collectors.toSet());
  }

  /** What is to be added to the description of the classic API. */
  public List<String> descriptions() {
    return all.stream().map(ApiExtension::description).flatMap(Optional::stream).toList();
  }
}
