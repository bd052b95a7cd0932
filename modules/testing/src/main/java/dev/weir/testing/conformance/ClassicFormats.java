// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.JsonValues;
import dev.weir.testing.reference.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What values look like in 1.3: forms of ids, names of states. Sources: the captures, and the
 * enumerations {@code JobStatus}, {@code ExecutionState} and {@code CheckpointStatsStatus}.
 */
final class ClassicFormats {
  private static final String HEX = "[0-9a-f]{32}";
  private static final String JOB_STATE =
      "CREATED|RUNNING|FAILING|FAILED|CANCELLING|CANCELED|FINISHED|RESTARTING|SUSPENDED|RECONCILING";
  private static final String TASK_STATE =
      "CREATED|SCHEDULED|DEPLOYING|RUNNING|FINISHED|CANCELING|CANCELED|FAILED|RECONCILING";
  private static final String LEVEL = "ok|low|high";
  private static final String HOST = "[^\\s:]+|\\(unassigned\\)";
  private static final String HOST_AND_PORT = "[^\\s:]+:\\d+|\\(unassigned\\)";
  private static final String JAR_ID =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}_[^/\\\\]+\\.jar";
  private static final String MILLIS = "1\\d{12}";
  private static final String MILLIS_OR_NONE = MILLIS + "|0";
  private static final String MILLIS_OR_OPEN = MILLIS + "|-1";

  /** Operators one behind the other; those of the DataSet API have a line each. */
  private static final String CHAIN = "(?s)\\P{Cntrl}(?:(?!<br/>(?! -&gt; )).)*";

  private static final String PARALLELISM = "[1-9]\\d*";
  private static final String EXCHANGE = "blocking|pipelined|pipelined_bounded";

  private static final List<Rule> RULES =
      List.of(
          rule("/config", "/flink-version", "\\d+\\.\\d+.*"),
          rule("/jobs", "/*/*", HEX),
          rule("/joboverview", "/*/*/jid", HEX),
          rule("/joboverview", "/*/*/state", JOB_STATE),
          rule("/joboverview", "/*/*/start-time", MILLIS),
          rule("/joboverview", "/*/*/end-time", MILLIS_OR_OPEN),
          rule("/joboverview", "/*/*/last-modification", MILLIS),
          rule("/joboverview/*", "/jobs/*/jid", HEX),
          rule("/joboverview/*", "/jobs/*/state", JOB_STATE),
          rule("/taskmanagers/**", "/taskmanagers/*/id", HEX),
          rule("/taskmanagers/**", "/taskmanagers/*/timeSinceLastHeartbeat", MILLIS),
          rule("/jars", "/files/*/id", JAR_ID),
          rule("/jars", "/files/*/uploaded", MILLIS),
          rule("/jars", "/address", "https?://[^/\\s]+:\\d+(/[^/]+)*"),
          rule("/jars/upload", "/status", "success"),
          rule("/jars/upload", "/filename", JAR_ID),
          rule("/jars/*/run", "/jobid", HEX),
          rule("/jars/*/plan", "/plan/jid", HEX),
          rule("/jars/*/plan", "/plan/nodes/*/id", HEX),
          rule("/jars/*/plan", "/plan/nodes/*/inputs/*/id", HEX),
          rule("/jars/*/plan", "/plan/nodes/*/inputs/*/exchange", EXCHANGE),
          rule("/jars/*/plan", "/plan/nodes/*/description", CHAIN),
          rule("/jars/*/plan", "/plan/nodes/*/parallelism", PARALLELISM),
          rule("/jobs/*/**", "/plan/nodes/*/description", CHAIN),
          rule("/jobs/*/**", "/plan/nodes/*/parallelism", PARALLELISM),
          rule("/jobs/*/plan", "/nodes/*/description", CHAIN),
          rule("/jobs/*/plan", "/nodes/*/parallelism", PARALLELISM),
          rule("/jobs/*/cancel-with-savepoint/**", "/savepoint-path", "/.*"),
          rule("/jobs/*/plan", "/nodes/*/id", HEX),
          rule("/jobs/*/plan", "/nodes/*/inputs/*/id", HEX),
          rule("/jobs/*/plan", "/nodes/*/inputs/*/exchange", EXCHANGE),
          rule("/jobs/*/**", "/jid", HEX),
          rule("/jobs/*/**", "/state", JOB_STATE),
          rule("/jobs/*/**", "/timestamps/*", MILLIS_OR_NONE),
          rule("/jobs/*/**", "/now", MILLIS),
          rule("/jobs/*/**", "/start-time", MILLIS_OR_OPEN),
          rule("/jobs/*/**", "/end-time", MILLIS_OR_OPEN),
          rule("/jobs/*/**", "/*/*/start-time", MILLIS_OR_OPEN),
          rule("/jobs/*/**", "/*/*/end-time", MILLIS_OR_OPEN),
          rule("/jobs/*/**", "/vertices/*/id", HEX),
          rule("/jobs/*/**", "/vertices/*/status", TASK_STATE),
          rule("/jobs/*/**", "/taskmanagers/*/status", TASK_STATE),
          rule("/jobs/*/**", "/plan/nodes/*/id", HEX),
          rule(
              "/jobs/*/config",
              "/execution-config/execution-mode",
              "PIPELINED|PIPELINED_FORCED|BATCH|BATCH_FORCED"),
          rule("/jobs/*/exceptions", "/all-exceptions/*/location", HOST_AND_PORT),
          rule("/jobs/*/vertices/*/**", "/id", HEX),
          rule("/jobs/*/vertices/*", "/subtasks/*/status", TASK_STATE),
          rule("/jobs/*/vertices/*", "/subtasks/*/host", HOST_AND_PORT),
          rule("/jobs/*/vertices/*/taskmanagers", "/taskmanagers/*/host", HOST_AND_PORT),
          rule("/jobs/*/vertices/*/subtasktimes", "/subtasks/*/host", HOST),
          rule("/jobs/*/vertices/*/subtasktimes", "/subtasks/*/timestamps/*", MILLIS_OR_NONE),
          rule("/jobs/*/vertices/*/subtasks/accumulators", "/subtasks/*/host", HOST),
          rule("/jobs/*/vertices/*/subtasks/*", "/status", TASK_STATE),
          rule("/jobs/*/vertices/*/subtasks/*", "/host", HOST),
          rule("/jobs/*/vertices/*/subtasks/*/attempts/*", "/status", TASK_STATE),
          rule("/jobs/*/vertices/*/subtasks/*/attempts/*", "/host", HOST),
          rule("/jobs/*/vertices/*/backpressure", "/status", "ok|deprecated"),
          rule("/jobs/*/vertices/*/backpressure", "/backpressure-level", LEVEL),
          rule("/jobs/*/vertices/*/backpressure", "/end-timestamp", MILLIS),
          rule("/jobs/*/vertices/*/backpressure", "/subtasks/*/backpressure-level", LEVEL),
          rule("/jobs/*/checkpoints/config", "/mode", "exactly_once|at_least_once"),
          rule("/jobs/*/checkpoints", "/history/*/status", "IN_PROGRESS|COMPLETED|FAILED"),
          rule("/jobs/*/checkpoints", "/history/*/trigger_timestamp", MILLIS),
          rule("/jobs/*/checkpoints", "/history/*/external_path", "(\\w+:)?/.*"),
          rule("/jobs/*/checkpoints", "/latest/*/external_path", "(\\w+:)?/.*"),
          rule("/jobs/*/checkpoints/details/*", "/status", "IN_PROGRESS|COMPLETED|FAILED"),
          rule("/jobs/*/checkpoints/details/*", "/external_path", "(\\w+:)?/.*"),
          rule(
              "/jobs/*/checkpoints/details/*/subtasks/*",
              "/subtasks/*/status",
              "completed|pending_or_failed"),
          rule(
              "/jobs/*/cancel-with-savepoint/**", "/status", "accepted|in-progress|success|failed"),
          rule("/jobs/*/cancel-with-savepoint/**", "/request-id", "\\d+"),
          rule(
              "/jobs/*/cancel-with-savepoint/**",
              "/location",
              "(/[^/]+)*/jobs/" + HEX + "/cancel-with-savepoint/in-progress/\\d+"));

  private ClassicFormats() {}

  /** The form of the values at some pointers of the answers to some paths. */
  record Rule(SegmentPattern path, SegmentPattern at, Pattern form) {
    boolean concerns(RecordedCall call) {
      return path.matches(call.pathWithoutQuery()) && !call.isError();
    }
  }

  /** All rules. */
  static List<Rule> rules() {
    return RULES;
  }

  /** The values of an answer to a call that do not have the form they had in 1.3. */
  static List<Violation> check(RecordedCall call, JsonNode answer) {
    Map<String, JsonNode> values = JsonValues.of(answer);
    List<Violation> found = new ArrayList<>();
    for (Rule rule : RULES) {
      if (rule.concerns(call)) {
        values.forEach(
            (at, value) -> {
              if (rule.at().matches(at) && !rule.form().matcher(value.asText()).matches()) {
                found.add(new Violation(at, value + " has not the form " + rule.form()));
              }
            });
      }
    }
    return found;
  }

  private static Rule rule(String path, String at, String form) {
    return new Rule(new SegmentPattern(path), new SegmentPattern(at), Pattern.compile(form));
  }
}
