// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.Done;
import dev.weir.model.HexId;
import dev.weir.model.Problem;
import dev.weir.model.ProblemKind;
import dev.weir.model.cluster.TaskManagers;
import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.wire.JsonFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers of Flink 1.3.2 to failed calls, by path. Its handlers for jars put the reason into a
 * 200. Some others sent an empty result; the rest sent text. The text was a stack trace; here it is
 * the sentence.
 */
final class ClassicErrors {
  private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

  /** Addresses that 1.3 did not have. */
  private static final Pattern OWN =
      Pattern.compile("|clusters(/[^/]*)?|openapi(-v1)?([./].*)?|problems(/.*)?|v1(/.*)?");

  private static final Pattern JARS = Pattern.compile("jars(/.*)?");
  private static final Pattern METRICS = Pattern.compile(".+/metrics/?");
  private static final Pattern TASK_MANAGER = Pattern.compile("taskmanagers/[^/]+/?");
  private static final Pattern FILE = Pattern.compile("taskmanagers/[^/]+/(log|stdout)/?");
  private static final Pattern JOB = Pattern.compile("jobs/(?<job>[^/]+)(?<below>/.*)?");
  private static final Pattern CHECKPOINT = Pattern.compile("/checkpoints/details/.+");
  private static final Pattern END = Pattern.compile("/(yarn-)?(?<what>cancel|stop)/?");
  private static final Pattern SAVEPOINT = Pattern.compile("/cancel-with-savepoint(/.*)?");

  /**
   * Statuses of access, rate limits and formats. Flink 1.3 had none of them; HTTP clients know
   * them.
   */
  private static final Set<Integer> OF_HTTP = Set.of(401, 403, 405, 413, 414, 415, 416, 429, 503);

  /** Statuses of a request that made no sense to its handler. */
  private static final Set<Integer> NOT_THERE = Set.of(400, 404);

  private ClassicErrors() {}

  /** The body of most failures. */
  record Reason(String error) {}

  /** An answer of 1.3.2. */
  record Answer(int status, MediaType type, String body) {}

  /** Whether 1.3 would have answered the path: it is no address of later times. */
  static boolean concern(String path) {
    return !OWN.matcher(path).matches();
  }

  /** The answer to a request that was rejected before a resource was found. */
  static Answer refused(Problem problem) {
    return text(problem.status(), problem);
  }

  /**
   * The answer to a failed call.
   *
   * @param path without a leading slash, and without the cluster's prefix
   */
  static Answer of(String path, Problem problem) {
    int status = problem.status();
    if (status == 401 || status == 429) {
      return text(status, problem);
    }
    if (JARS.matcher(path).matches()) {
      return json(new Reason(problem.detail()));
    }
    if (NOT_THERE.contains(status)) {
      if (METRICS.matcher(path).matches()) {
        return json(List.of());
      }
      if (TASK_MANAGER.matcher(path).matches()) {
        return json(new TaskManagers(List.of()));
      }
      if (FILE.matcher(path).matches()) {
        return text(200, problem);
      }
    }
    Matcher job = JOB.matcher(path);
    return job.matches() ? ofJob(job, problem) : text(classic(status), problem);
  }

  private static Answer ofJob(Matcher path, Problem problem) {
    int status = problem.status();
    String below = path.group("below") == null ? "" : path.group("below");
    boolean malformed = HexId.read(path.group("job")).isEmpty();
    if (!malformed && (NOT_THERE.contains(status) || status == 409)) {
      Matcher end = END.matcher(below);
      if (end.matches()) {
        boolean refused = end.group("what").equals("stop") && status == 400;
        return json(refused ? new Reason(problem.detail()) : new Done());
      }
      boolean ofTheJob = problem.type().equals(ProblemKind.UNKNOWN_JOB.type());
      if (CHECKPOINT.matcher(below).matches() && !ofTheJob) {
        return json(new Done());
      }
      if (SAVEPOINT.matcher(below).matches()) {
        return text(500, problem);
      }
      return text(ofTheJob ? 404 : 500, problem);
    }
    return text(classic(status), problem);
  }

  private static int classic(int status) {
    return status == 404 || OF_HTTP.contains(status) ? status : 500;
  }

  private static Answer json(Object body) {
    return new Answer(200, JsonFilter.JSON, new String(Json.bytes(body), UTF_8));
  }

  private static Answer text(int status, Problem problem) {
    return new Answer(status, TEXT, problem.detail());
  }
}
