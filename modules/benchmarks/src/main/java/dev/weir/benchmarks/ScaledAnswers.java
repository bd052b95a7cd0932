// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Answers of a real Flink 2.3.0: as they were recorded, and with more in them of the same kind. */
final class ScaledAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDED = "/dev/weir/flink/2.3.0/";
  private static final int RUNNING_JOB = 2;
  private static final int SUBTASKS_OF_A_TASK_MANAGER = 8;

  private ScaledAnswers() {}

  /** A recorded answer by its name, such as {@code overview}. */
  static JsonNode recorded(String name) {
    try (InputStream in = ScaledAnswers.class.getResourceAsStream(RECORDED + name + ".json")) {
      return JSON.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON as Flink sends it, without blanks. */
  static byte[] bytes(Object answer) {
    try {
      return JSON.writeValueAsBytes(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of one of the jobs, counted from 0. */
  static String jobId(int index) {
    return "%032x".formatted(index);
  }

  /** {@code /overview} with so many jobs that run. */
  static JsonNode overview(int jobs) {
    return ((ObjectNode) recorded("overview")).put("jobs-running", jobs);
  }

  /** {@code /jobs/overview} with so many jobs that run. */
  static JsonNode jobs(int number) {
    JsonNode running = recorded("jobs_overview").path("jobs").get(RUNNING_JOB);
    ArrayNode jobs = JSON.createArrayNode();
    for (int i = 0; i < number; i++) {
      jobs.add(((ObjectNode) running.deepCopy()).put("jid", jobId(i)).put("name", "job " + i));
    }
    return JSON.createObjectNode().set("jobs", jobs);
  }

  /** {@code /jobs/<id>} of a job that runs. */
  static JsonNode job(String id) {
    ObjectNode job = (ObjectNode) recorded("stream_job");
    job.put("jid", id);
    ((ObjectNode) job.path("plan")).put("jid", id);
    return job;
  }

  /** {@code /jobs/<id>/vertices/<vertex>} of a vertex that runs in so many subtasks. */
  static JsonNode vertex(String id, int subtasks) {
    ObjectNode vertex = (ObjectNode) recorded("batch_v0");
    JsonNode recorded = vertex.path("subtasks").get(0);
    vertex.put("id", id).put("parallelism", subtasks).put("maxParallelism", subtasks);
    ArrayNode scaled = vertex.putArray("subtasks");
    for (int i = 0; i < subtasks; i++) {
      scaled.add(subtask((ObjectNode) recorded.deepCopy(), i));
    }
    return vertex;
  }

  private static JsonNode subtask(ObjectNode subtask, int index) {
    int taskManager = index / SUBTASKS_OF_A_TASK_MANAGER;
    subtask.put("subtask", index).put("status", "RUNNING").put("end-time", -1);
    subtask.put("endpoint", "taskmanager-%d.example.org:6122".formatted(taskManager));
    subtask.put("taskmanager-id", "de741ead-5a8b-42e3-aa77-%012x".formatted(taskManager));
    long records = 1_000_003L * (index + 1);
    ((ObjectNode) subtask.path("metrics"))
        .put("write-records", records)
        .put("write-bytes", 21 * records);
    return subtask;
  }
}
