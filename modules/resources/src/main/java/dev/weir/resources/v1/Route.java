// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.security.AccessLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One route of Flink's API.
 *
 * @param method the HTTP method
 * @param template the path below {@code /v1}, such as {@code /jobs/:jobid}
 * @param segments the template in its parts
 * @param level the access level that callers need
 * @param kind how the route is served
 * @param query the query parameters that Flink knows
 */
record Route(
    String method,
    String template,
    List<String> segments,
    AccessLevel level,
    Kind kind,
    List<String> query) {
  /** How a route is served. */
  enum Kind {
    /** From a snapshot, which readers of the classic API share. */
    SNAPSHOT,
    /** Asked anew for each reader. */
    LIVE,
    /** A file, streamed. */
    FILE,
    /** A change, sent once. */
    CHANGE,
    /** A message to a running job, sent once; no document shows it. */
    MESSAGE,
    /** The list of jars, those kept by this server included. */
    JARS,
    /** A request about one jar. */
    JAR,
    /** Received as a whole by this server, then sent. */
    UPLOAD,
    /** Refused by every Flink since 1.9; refused here. */
    GONE,
    /** A file of Flink's dashboard, which no cluster is asked for. */
    DASHBOARD,
    /** The end of the cluster, which a setting has to allow. */
    SHUTDOWN
  }

  /** The names of variables begin with a colon. */
  private static final char VARIABLE = ':';

  /** Whether the route needs {@code weir.submit.enabled}. */
  boolean runsPrograms() {
    return kind == Kind.JARS || kind == Kind.JAR || kind == Kind.UPLOAD;
  }

  /** Whether the route changes nothing and runs no program; its method does not say that. */
  boolean reads() {
    return switch (kind) {
      case SNAPSHOT, LIVE, FILE, JARS, DASHBOARD -> true;
      case CHANGE, MESSAGE, JAR, UPLOAD, GONE, SHUTDOWN -> false;
    };
  }

  /** The number of variables: of two routes for a path, the one with fewer is meant. */
  int variables() {
    return (int) template.chars().filter(letter -> letter == VARIABLE).count();
  }

  /**
   * The variables of a path.
   *
   * @param path the segments of the path below {@code /v1}, encoded
   * @return empty if the path is not one of this route
   */
  Optional<PathVariables> match(List<String> path) {
    if (segments.size() != path.size()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      String own = segments.get(i);
      if (isVariable(own)) {
        names.add(own.substring(1));
        values.add(path.get(i));
      } else if (!own.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new PathVariables(names, values));
  }

  private static boolean isVariable(String segment) {
    return !segment.isEmpty() && segment.charAt(0) == VARIABLE;
  }

  /** The path with values in place of the variables. */
  String path(PathVariables variables) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/')
          .append(isVariable(segment) ? variables.encoded(segment.substring(1)) : segment);
    }
    return path.toString();
  }
}
