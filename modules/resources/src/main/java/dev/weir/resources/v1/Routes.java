// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import static dev.weir.resources.v1.Route.Kind.CHANGE;
import static dev.weir.resources.v1.Route.Kind.FILE;
import static dev.weir.resources.v1.Route.Kind.GONE;
import static dev.weir.resources.v1.Route.Kind.JAR;
import static dev.weir.resources.v1.Route.Kind.JARS;
import static dev.weir.resources.v1.Route.Kind.LIVE;
import static dev.weir.resources.v1.Route.Kind.MESSAGE;
import static dev.weir.resources.v1.Route.Kind.SHUTDOWN;
import static dev.weir.resources.v1.Route.Kind.SNAPSHOT;
import static dev.weir.resources.v1.Route.Kind.UPLOAD;
import static dev.weir.security.AccessLevel.LOGS;
import static dev.weir.security.AccessLevel.OPERATE;
import static dev.weir.security.AccessLevel.SUBMIT;
import static dev.weir.security.AccessLevel.VIEW;

import dev.weir.security.AccessLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All routes of Flink's API, as of Flink 2.3; older releases have fewer. */
final class Routes {
  static final List<Route> ALL =
      List.of(
          route("GET", "/applications/:applicationid", VIEW, SNAPSHOT),
          route("POST", "/applications/:applicationid/cancel", OPERATE, CHANGE),
          route("GET", "/applications/:applicationid/exceptions", VIEW, SNAPSHOT),
          route("GET", "/applications/:applicationid/jobmanager/config", LOGS, SNAPSHOT),
          route("GET", "/applications/overview", VIEW, SNAPSHOT),
          route("DELETE", "/cluster", SUBMIT, SHUTDOWN),
          route("GET", "/config", VIEW, SNAPSHOT),
          route("GET", "/datasets", VIEW, LIVE),
          route("DELETE", "/datasets/:datasetid", OPERATE, CHANGE),
          route("GET", "/datasets/delete/:triggerid", VIEW, LIVE),
          route("GET", "/jars", SUBMIT, JARS),
          route("DELETE", "/jars/:jarid", SUBMIT, JAR),
          route(
              "GET", "/jars/:jarid/plan", SUBMIT, JAR, "programArg", "entry-class", "parallelism"),
          route(
              "POST", "/jars/:jarid/plan", SUBMIT, JAR, "programArg", "entry-class", "parallelism"),
          route(
              "POST",
              "/jars/:jarid/run",
              SUBMIT,
              JAR,
              "allowNonRestoredState",
              "savepointPath",
              "programArg",
              "entry-class",
              "parallelism"),
          route(
              "POST",
              "/jars/:jarid/run-application",
              SUBMIT,
              JAR,
              "allowNonRestoredState",
              "savepointPath",
              "programArg",
              "entry-class",
              "parallelism"),
          route("POST", "/jars/upload", SUBMIT, UPLOAD),
          route("GET", "/jobmanager/config", LOGS, SNAPSHOT),
          route("GET", "/jobmanager/environment", LOGS, SNAPSHOT),
          route("GET", "/jobmanager/log", LOGS, FILE),
          route("GET", "/jobmanager/logs", LOGS, LIVE),
          route("GET", "/jobmanager/logs/:filename", LOGS, FILE),
          route("GET", "/jobmanager/metrics", VIEW, SNAPSHOT, "get"),
          route("GET", "/jobmanager/profiler", LOGS, LIVE),
          route("POST", "/jobmanager/profiler", LOGS, CHANGE),
          route("GET", "/jobmanager/profiler/:filename", LOGS, FILE),
          route("GET", "/jobmanager/stdout", LOGS, FILE),
          route("GET", "/jobmanager/thread-dump", LOGS, LIVE),
          route("GET", "/jobs", VIEW, SNAPSHOT),
          route("POST", "/jobs", SUBMIT, UPLOAD),
          route("GET", "/jobs/:jobid", VIEW, SNAPSHOT),
          route("PATCH", "/jobs/:jobid", OPERATE, CHANGE, "mode"),
          route("GET", "/jobs/:jobid/accumulators", VIEW, SNAPSHOT, "includeSerializedValue"),
          route("GET", "/jobs/:jobid/checkpoints", VIEW, SNAPSHOT),
          route("POST", "/jobs/:jobid/checkpoints", OPERATE, CHANGE),
          route("GET", "/jobs/:jobid/checkpoints/:triggerid", VIEW, LIVE),
          route("GET", "/jobs/:jobid/checkpoints/config", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/checkpoints/details/:checkpointid", VIEW, SNAPSHOT),
          route(
              "GET",
              "/jobs/:jobid/checkpoints/details/:checkpointid/subtasks/:vertexid",
              VIEW,
              SNAPSHOT),
          route("PATCH", "/jobs/:jobid/clientHeartbeat", SUBMIT, MESSAGE),
          route("GET", "/jobs/:jobid/config", VIEW, SNAPSHOT),
          route("POST", "/jobs/:jobid/coordinators/:operatorUid", SUBMIT, MESSAGE),
          route(
              "GET",
              "/jobs/:jobid/exceptions",
              VIEW,
              SNAPSHOT,
              "maxExceptions",
              "failureLabelFilter"),
          route("GET", "/jobs/:jobid/execution-result", VIEW, LIVE),
          route("GET", "/jobs/:jobid/jobmanager/config", LOGS, SNAPSHOT),
          route("GET", "/jobs/:jobid/jobmanager/environment", LOGS, SNAPSHOT),
          route("GET", "/jobs/:jobid/jobmanager/log-url", LOGS, LIVE),
          route("GET", "/jobs/:jobid/metrics", VIEW, SNAPSHOT, "get"),
          route("GET", "/jobs/:jobid/plan", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/rescales/config", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/rescales/details/:rescaleuuid", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/rescales/history", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/rescales/overview", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/rescales/summary", VIEW, SNAPSHOT),
          route("PATCH", "/jobs/:jobid/rescaling", OPERATE, CHANGE, "parallelism"),
          route("GET", "/jobs/:jobid/rescaling/:triggerid", VIEW, LIVE),
          route("GET", "/jobs/:jobid/resource-requirements", VIEW, LIVE),
          route("PUT", "/jobs/:jobid/resource-requirements", OPERATE, CHANGE),
          route("POST", "/jobs/:jobid/savepoints", OPERATE, CHANGE),
          route("GET", "/jobs/:jobid/savepoints/:triggerid", VIEW, LIVE),
          route("GET", "/jobs/:jobid/status", VIEW, LIVE),
          route("POST", "/jobs/:jobid/stop", OPERATE, CHANGE),
          route("GET", "/jobs/:jobid/taskmanagers/:taskmanagerid/log-url", LOGS, LIVE),
          route("GET", "/jobs/:jobid/vertices/:vertexid", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/vertices/:vertexid/accumulators", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/vertices/:vertexid/backpressure", VIEW, SNAPSHOT),
          route(
              "GET",
              "/jobs/:jobid/vertices/:vertexid/flamegraph",
              LOGS,
              LIVE,
              "type",
              "subtaskindex"),
          route(
              "GET", "/jobs/:jobid/vertices/:vertexid/jm-operator-metrics", VIEW, SNAPSHOT, "get"),
          route("GET", "/jobs/:jobid/vertices/:vertexid/metrics", VIEW, SNAPSHOT, "get"),
          route("GET", "/jobs/:jobid/vertices/:vertexid/subtasks/:subtaskindex", VIEW, SNAPSHOT),
          route(
              "GET",
              "/jobs/:jobid/vertices/:vertexid/subtasks/:subtaskindex/attempts/:attempt",
              VIEW,
              SNAPSHOT),
          route(
              "GET",
              "/jobs/:jobid/vertices/:vertexid/subtasks/:subtaskindex/attempts/:attempt/accumulators",
              VIEW,
              SNAPSHOT),
          route(
              "GET",
              "/jobs/:jobid/vertices/:vertexid/subtasks/:subtaskindex/metrics",
              VIEW,
              SNAPSHOT,
              "get"),
          route("GET", "/jobs/:jobid/vertices/:vertexid/subtasks/accumulators", VIEW, SNAPSHOT),
          route(
              "GET",
              "/jobs/:jobid/vertices/:vertexid/subtasks/metrics",
              VIEW,
              SNAPSHOT,
              "get",
              "agg",
              "subtasks"),
          route("GET", "/jobs/:jobid/vertices/:vertexid/subtasktimes", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/vertices/:vertexid/taskmanagers", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/vertices/:vertexid/watermarks", VIEW, SNAPSHOT),
          route("GET", "/jobs/:jobid/yarn-cancel", OPERATE, CHANGE),
          route("GET", "/jobs/:jobid/yarn-stop", OPERATE, GONE),
          route("GET", "/jobs/metrics", VIEW, SNAPSHOT, "get", "agg", "jobs"),
          route("GET", "/jobs/overview", VIEW, SNAPSHOT),
          route("GET", "/overview", VIEW, SNAPSHOT),
          route("POST", "/savepoint-disposal", OPERATE, CHANGE),
          route("GET", "/savepoint-disposal/:triggerid", VIEW, LIVE),
          route("GET", "/taskmanagers", VIEW, SNAPSHOT),
          route("GET", "/taskmanagers/:taskmanagerid", VIEW, SNAPSHOT),
          route("GET", "/taskmanagers/:taskmanagerid/log", LOGS, FILE),
          route("GET", "/taskmanagers/:taskmanagerid/logs", LOGS, LIVE),
          route("GET", "/taskmanagers/:taskmanagerid/logs/:filename", LOGS, FILE),
          route("GET", "/taskmanagers/:taskmanagerid/metrics", VIEW, SNAPSHOT, "get"),
          route("GET", "/taskmanagers/:taskmanagerid/profiler", LOGS, LIVE),
          route("POST", "/taskmanagers/:taskmanagerid/profiler", LOGS, CHANGE),
          route("GET", "/taskmanagers/:taskmanagerid/profiler/:filename", LOGS, FILE),
          route("GET", "/taskmanagers/:taskmanagerid/stdout", LOGS, FILE),
          route("GET", "/taskmanagers/:taskmanagerid/thread-dump", LOGS, LIVE),
          route("GET", "/taskmanagers/metrics", VIEW, SNAPSHOT, "get", "agg", "taskmanagers"));

  private Routes() {}

  private static Route route(
      String method, String template, AccessLevel level, Route.Kind kind, String... query) {
    List<String> segments = List.of(template.substring(1).split("/"));
    return new Route(method, template, segments, level, kind, List.of(query));
  }

  /**
   * The route that a path leads to.
   *
   * @param segments of the path below {@code /v1}, encoded
   * @return empty if the path has no such method, or is no path of Flink's API
   */
  static Optional<Route> find(String method, List<String> segments) {
    return ALL.stream()
        .filter(route -> route.method().equals(method))
        .filter(route -> route.match(segments).isPresent())
        .min(Comparator.comparingInt(Route::variables));
  }

  /**
   * The route of a file of Flink's dashboard.
   *
   * @return empty if the path can be none
   */
  static Optional<Route> findFile(String method, List<String> segments) {
    String path = String.join("/", segments);
    return method.equals("GET") && (path.isEmpty() || DashboardFile.isNamed(path))
        ? Optional.of(
            new Route(method, "/" + path, segments, VIEW, Route.Kind.DASHBOARD, List.of()))
        : Optional.empty();
  }

  /** The methods of a path; empty if it is no path of Flink's API. */
  static Set<String> methods(List<String> segments) {
    return ALL.stream()
        .filter(route -> route.match(segments).isPresent())
        .map(Route::method)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
