// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A request that must be refused.
 *
 * @param target the request target as it goes on the wire
 * @param statuses the statuses of which one has to be the answer's
 */
record HostileRequest(String method, String target, Set<Integer> statuses) {
  private static final String UNKNOWN = "ffffffffffffffffffffffffffffffff";
  private static final Set<Integer> MALFORMED = Set.of(400);
  private static final Set<Integer> MISSING = Set.of(404);
  private static final Set<Integer> EITHER = Set.of(400, 404);

  /** A trick may end at a path that there is, for another method. */
  private static final Set<Integer> ANYWHERE = Set.of(400, 404, 405);

  private static final List<String> MALFORMED_IDS =
      List.of(
          "zzz", "0", "-1", "%20", "null", UNKNOWN + "f", "%7B%7D", "%3Cscript%3E", "%F0%9F%98%80");
  private static final List<String> OF_A_JOB =
      List.of(
          "",
          "/vertices",
          "/config",
          "/exceptions",
          "/accumulators",
          "/plan",
          "/metrics",
          "/metrics?get=uptime",
          "/checkpoints",
          "/checkpoints/config",
          "/checkpoints/details/1",
          "/checkpoints/details/1/subtasks/" + UNKNOWN,
          "/vertices/" + UNKNOWN);
  private static final List<String> OF_A_VERTEX =
      List.of(
          "",
          "/subtasktimes",
          "/taskmanagers",
          "/accumulators",
          "/subtasks/accumulators",
          "/backpressure",
          "/metrics",
          "/subtasks/0",
          "/subtasks/0/attempts/0",
          "/subtasks/0/attempts/0/accumulators");
  private static final List<String> OF_A_TASK_MANAGER = List.of("", "/metrics", "/log", "/stdout");
  private static final List<String> BAD_NUMBERS =
      List.of(
          "-1",
          "abc",
          "1.5",
          "1e3",
          "0x0",
          "%2B0",
          "%D9%A0",
          "%20",
          "2147483648",
          "99999999999999999999");
  private static final List<String> TRICKS =
      List.of(
          "%2f",
          "%252f",
          "..;",
          "..;/..;/overview/x",
          "%2e%2e",
          "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
          "..%2f..%2fetc%2fpasswd",
          "..%252f..%252fetc%252fpasswd",
          "..%255c..%255cwindows%255cwin.ini",
          "..%5c..%5cetc%5cpasswd",
          "\\",
          "..\\..\\etc\\passwd",
          "%00",
          "a%00.jar",
          "%0d%0aSet-Cookie:%20a=b",
          "%c0%ae%c0%ae%c0%af",
          "%ff%fe",
          "%",
          "%zz",
          "%u002e",
          "x;jsessionid=1",
          "~root",
          ".",
          "..");

  /** Ids that are none, and ids of nothing, at every level. */
  static List<HostileRequest> ids(RunningJob job) {
    List<HostileRequest> requests = new ArrayList<>();
    String vertex = "/jobs/" + job.id() + "/vertices/";
    for (String id : MALFORMED_IDS) {
      OF_A_JOB.forEach(below -> requests.add(get("/jobs/" + id + below, EITHER)));
      OF_A_VERTEX.forEach(below -> requests.add(get(vertex + id + below, EITHER)));
      requests.add(get("/jobs/" + job.id() + "/checkpoints/details/1/subtasks/" + id, EITHER));
      requests.add(new HostileRequest("DELETE", "/jobs/" + id + "/cancel", EITHER));
      requests.add(get("/jobs/" + id + "/cancel-with-savepoint/in-progress/1", EITHER));
    }
    OF_A_JOB.forEach(below -> requests.add(get("/jobs/" + UNKNOWN + below, MISSING)));
    OF_A_VERTEX.forEach(below -> requests.add(get(vertex + UNKNOWN + below, MISSING)));
    OF_A_TASK_MANAGER.forEach(
        below -> {
          requests.add(get("/taskmanagers/" + UNKNOWN + below, MISSING));
          requests.add(get("/taskmanagers/%20" + below, EITHER));
        });
    requests.add(get("/jars/none.jar/plan", MISSING));
    requests.add(new HostileRequest("POST", "/jars/none.jar/run", MISSING));
    requests.add(new HostileRequest("DELETE", "/jars/none.jar", MISSING));
    requests.add(new HostileRequest("DELETE", "/jars/none", EITHER));
    requests.add(get("/nosuch", MISSING));
    requests.add(get("/clusters/nosuch", MISSING));
    requests.add(get("/clusters/nosuch/overview", MISSING));
    requests.add(get("/clusters/embedded/nosuch", MISSING));
    requests.add(get("/jobs/" + job.id() + "/nosuch", MISSING));
    requests.add(get(vertex + job.vertex() + "/nosuch", MISSING));
    return requests;
  }

  /** Numbers of subtasks, attempts, checkpoints and requests that are none or out of range. */
  static List<HostileRequest> numbers(RunningJob job) {
    List<HostileRequest> requests = new ArrayList<>();
    String jobPath = "/jobs/" + job.id();
    String subtasks = jobPath + "/vertices/" + job.vertex() + "/subtasks/";
    for (String number : BAD_NUMBERS) {
      requests.add(get(subtasks + number, EITHER));
      requests.add(get(subtasks + number + "/attempts/0", EITHER));
      requests.add(get(subtasks + "0/attempts/" + number, EITHER));
      requests.add(get(subtasks + "0/attempts/" + number + "/accumulators", EITHER));
      requests.add(get(jobPath + "/checkpoints/details/" + number, EITHER));
      requests.add(
          get(jobPath + "/checkpoints/details/" + number + "/subtasks/" + job.vertex(), EITHER));
    }
    for (String number : List.of("-1", "abc", "1.5", "%20", "99999999999999999999")) {
      requests.add(get(jobPath + "/cancel-with-savepoint/in-progress/" + number, MALFORMED));
    }
    for (String large : List.of("99", "2147483647")) {
      requests.add(get(subtasks + large, MISSING));
      requests.add(get(subtasks + "0/attempts/" + large, MISSING));
      requests.add(get(subtasks + "0/attempts/" + large + "/accumulators", MISSING));
      requests.add(get(jobPath + "/checkpoints/details/" + large + "0000000", MISSING));
    }
    return requests;
  }

  /** Ways to walk out of a folder, to end a string early, to be decoded twice. */
  static List<HostileRequest> tricks(RunningJob job) {
    List<HostileRequest> requests = new ArrayList<>();
    for (String trick : TRICKS) {
      for (String prefix :
          List.of(
              "/jobs/",
              "/jobs/" + job.id() + "/vertices/",
              "/jars/",
              "/taskmanagers/",
              "/jobmanager/log/",
              "/clusters/",
              "/clusters/embedded/jobs/",
              "/openapi/",
              "/static/")) {
        requests.add(get(prefix + trick + "/x", ANYWHERE));
      }
      requests.add(new HostileRequest("DELETE", "/jars/" + trick + "x.jar", ANYWHERE));
      requests.add(new HostileRequest("POST", "/jars/" + trick + "/run", ANYWHERE));
      requests.add(get("/jars/" + trick + "x.jar/plan", ANYWHERE));
      requests.add(get("/taskmanagers/" + trick + "x/log", ANYWHERE));
    }
    return requests;
  }

  /** What read any file of a Flink before 1.11.3 (CVE-2020-17519), and its relatives. */
  static List<HostileRequest> fileReads() {
    List<HostileRequest> requests = new ArrayList<>();
    for (String step : List.of("../", "..%2f", "..%252f", "..%25252f", "..%5c", "..%255c")) {
      for (String file : List.of("etc/passwd", "proc/self/environ")) {
        String walk = step.repeat(12) + file.replace("/", step.substring(2));
        for (String folder :
            List.of(
                "/jobmanager/logs/",
                "/jobmanager/log/",
                "/taskmanagers/x/logs/",
                "/taskmanagers/x/log/",
                "/jars/")) {
          requests.add(get(folder + walk, ANYWHERE));
        }
      }
    }
    return requests;
  }

  /** Parameters of programs that are none. */
  static List<HostileRequest> parameters(RunningJob job) {
    String stream = "?entry-class=dev.weir.examples.CheckpointedStream&";
    List<HostileRequest> requests = new ArrayList<>();
    for (String call : List.of("GET /jars/%s/plan", "POST /jars/%s/run")) {
      String[] parts = call.formatted(job.jar()).split(" ", 2);
      for (String query :
          List.of(
              stream + "parallelism=0",
              stream + "parallelism=-1",
              stream + "parallelism=abc",
              stream + "parallelism=2147483648",
              stream + "parallelism=99999999999999999999",
              stream + "allowNonRestoredState=maybe",
              "?entry-class=No.Such",
              "?entry-class=..%2f..%2fetc%2fpasswd",
              "?entry-class=java.lang.String",
              "?entry-class=%00",
              stream + "program-args=--nosuch",
              stream + "program-args=%ff%00")) {
        requests.add(new HostileRequest(parts[0], parts[1] + query, Set.of(400, 422)));
      }
    }
    return requests;
  }

  private static HostileRequest get(String target, Set<Integer> statuses) {
    return new HostileRequest("GET", target, statuses);
  }
}
