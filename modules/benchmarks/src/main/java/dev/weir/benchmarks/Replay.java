// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stand-in for Flink answers at a path.
 *
 * <p>Below any number, {@code /7/}, is another cluster; below {@code /with-50-jobs/} and {@code
 * /with-50-jobs/7/} are ones with so many jobs. Every id of a job names one that runs. The last
 * eight digits of a vertex' id, if all of it are decimal digits, say how many subtasks it has; the
 * digits before are free, so that there are as many vertices of a size as are wanted.
 */
final class Replay {
  private static final Pattern PREFIX = Pattern.compile("(?:/with-(\\d+)-jobs)?(?:/[0-9]+)?(/.*)");
  private static final Pattern JOB =
      Pattern.compile("/jobs/(\\p{XDigit}{32})(/[a-z]+(?:/[a-z]+)?)?");
  private static final Pattern VERTEX =
      Pattern.compile("/jobs/\\p{XDigit}{32}/vertices/(\\p{XDigit}{32})");
  private static final Pattern SIZED = Pattern.compile("\\d{24}(\\d{8})");
  private static final int RECORDED_SUBTASKS = 2;

  /** The other documents of a job, by what comes after its id. */
  private static final Map<String, String> OF_A_JOB =
      Map.of(
          "/config", "stream_config",
          "/exceptions", "stream_exceptions",
          "/checkpoints", "stream_checkpoints",
          "/checkpoints/config", "stream_checkpoints_config",
          "/accumulators", "batch_accumulators");

  private static final Map<String, String> OF_THE_CLUSTER =
      Map.of(
          "/config", "config",
          "/taskmanagers", "taskmanagers",
          "/jobmanager/config", "jobmanager_config");

  private static final int ID_AT = "{\"id\":\"".length();

  private final int jobs;
  private final String job = text(ScaledAnswers.bytes(ScaledAnswers.job(ScaledAnswers.jobId(0))));

  /** By kind and size, of which there are few. */
  private final Map<String, byte[]> written = new ConcurrentHashMap<>();

  /**
   * Makes a replay.
   *
   * @param jobs of a cluster whose path does not say how many
   */
  Replay(int jobs) {
    this.jobs = jobs;
  }

  /** The answer at a path without query; empty if there is nothing. */
  Optional<byte[]> answer(String fullPath) {
    Matcher prefixed = PREFIX.matcher(fullPath);
    if (!prefixed.matches()) {
      return Optional.empty();
    }
    int number = prefixed.group(1) == null ? jobs : Integer.parseInt(prefixed.group(1));
    String path = prefixed.group(2);
    return switch (path) {
      case "/overview" ->
          Optional.of(json("overview " + number, () -> ScaledAnswers.overview(number)));
      case "/jobs/overview" ->
          Optional.of(json("jobs " + number, () -> ScaledAnswers.jobs(number)));
      default ->
          OF_THE_CLUSTER.containsKey(path)
              ? Optional.of(recorded(OF_THE_CLUSTER.get(path)))
              : ofAJob(path);
    };
  }

  private Optional<byte[]> ofAJob(String path) {
    Matcher vertex = VERTEX.matcher(path);
    if (vertex.matches()) {
      return Optional.of(vertex(vertex.group(1)));
    }
    Matcher matcher = JOB.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return matcher.group(2) == null
        ? Optional.of(utf8(job.replace(ScaledAnswers.jobId(0), matcher.group(1))))
        : Optional.ofNullable(OF_A_JOB.get(matcher.group(2))).map(this::recorded);
  }

  private byte[] vertex(String id) {
    Matcher sized = SIZED.matcher(id);
    int subtasks = sized.matches() ? Integer.parseInt(sized.group(1)) : RECORDED_SUBTASKS;
    byte[] vertex = json("vertex " + subtasks, () -> ScaledAnswers.vertex(id, subtasks)).clone();
    System.arraycopy(utf8(id), 0, vertex, ID_AT, id.length());
    return vertex;
  }

  private byte[] recorded(String name) {
    return json("recorded " + name, () -> ScaledAnswers.recorded(name));
  }

  private byte[] json(String key, Supplier<JsonNode> answer) {
    return written.computeIfAbsent(key, unused -> ScaledAnswers.bytes(answer.get()));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
