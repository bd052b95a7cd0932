// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.model.job.JobId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The route that a request asks for.
 *
 * @param route one of the table
 * @param variables those in its path, checked
 * @param query the query parameters of the request, decoded
 */
record AskedRoute(Route route, PathVariables variables, MultivaluedMap<String, String> query) {
  private static final String PROPERTY = AskedRoute.class.getName();

  /** Lists of names, whose order means nothing. */
  private static final List<String> SETS = List.of("get", "agg");

  /** The route of a request that has passed {@link RouteFilter}. */
  static AskedRoute of(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof AskedRoute asked) {
      return asked;
    }
    throw new IllegalStateException("A request of Flink's API has no route.");
  }

  /** Whether the request asks for a document or a file, and for no change. */
  static boolean reads(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof AskedRoute asked && asked.route.reads();
  }

  void putInto(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  /** The path in Flink's API, encoded, without the query. */
  String path() {
    return route.path(variables);
  }

  /**
   * Path and query in Flink's API, encoded. The query has only what Flink knows, in one order, so
   * that requests for the same document are equal.
   */
  String address() {
    String given =
        route.query().stream()
            .sorted()
            .flatMap(name -> parameters(name))
            .collect(Collectors.joining("&"));
    return given.isEmpty() ? path() : path() + "?" + given;
  }

  private Stream<String> parameters(String name) {
    return query.getOrDefault(name, List.of()).stream()
        .map(value -> SETS.contains(name) ? sorted(value) : encoded(value))
        .map(value -> name + "=" + value);
  }

  private static String sorted(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .map(AskedRoute::encoded)
        .collect(Collectors.joining(","));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The job in the path. */
  Optional<JobId> job() {
    return variables.value("jobid").map(JobId::new);
  }

  /** The first value of a query parameter. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.getFirst(name));
  }
}
