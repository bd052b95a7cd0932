package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/**
 * A session cluster of a real Flink with jobs to poll: a stream with a vertex of many subtasks, and
 * one that has ended.
 *
 * <ul>
 *   <li>{@code --examples FILE}: the jar of the example jobs
 *   <li>{@code --flink VERSION}: 2.3.0 unless given
 *   <li>{@code --subtasks N}: of the large vertex, 40 unless given
 * </ul>
 */
public final class RealFlink {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String PACKAGE = "dev.weir.examples.";
  private static final int OTHER_SLOTS = 4;

  private final ClassicClient client;
  private final String jar;

  private RealFlink(ClassicClient client, Path examples) throws IOException {
    this.client = client;
    String uploaded =
        successful(client.upload("examples.jar", Files.readAllBytes(examples)))
            .path("filename")
            .asText();
    this.jar = "/jars/" + uploaded.substring(uploaded.lastIndexOf('/') + 1);
  }

  /** Starts it, prints where everything is as JSON, and stays until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = new Options(args);
    int subtasks = options.number("subtasks", 40);
    try (FlinkCluster cluster =
        FlinkCluster.of(options.text("flink", "2.3.0"))
            .slots(subtasks + OTHER_SLOTS)
            .configuration(Map.of("taskmanager.memory.process.size", "1600m"))
            .start()) {
      RealFlink flink =
          new RealFlink(
              new ClassicClient(cluster.restAddress()), Path.of(options.text("examples")));
      String ended = flink.runToItsEnd();
      ObjectNode about = flink.runStream(subtasks);
      about.put("address", cluster.restAddress().toString()).put("ended", ended);
      System.out.println(about);
      new CountDownLatch(1).await();
    }
  }

  private String runToItsEnd() throws IOException {
    String job = run("WordCount", JSON.createObjectNode());
    Awaitility.await("the end of job " + job)
        .atMost(DEADLINE)
        .until(() -> state(job).path("state").asText().equals("FINISHED"));
    return job;
  }

  /** With rare checkpoints, so that the cluster is at rest but for being polled. */
  private ObjectNode runStream(int subtasks) throws IOException {
    String vertex = largeVertex();
    ObjectNode request = JSON.createObjectNode();
    request.putArray("programArgsList").add("--checkpoint-interval").add("600000");
    // The job says its own parallelism; this is how a cluster's operator has the last word.
    request
        .putObject("flinkConfiguration")
        .put("pipeline.jobvertex-parallelism-overrides", vertex + ":" + subtasks);
    String job = run("CheckpointedStream", request);
    Awaitility.await("all subtasks of job " + job)
        .atMost(DEADLINE)
        .until(() -> allRun(job, vertex, subtasks));
    return JSON.createObjectNode().put("job", job).put("vertex", vertex).put("subtasks", subtasks);
  }

  private boolean allRun(String job, String vertex, int subtasks) {
    for (JsonNode one : state(job).path("vertices")) {
      if (one.path("id").asText().equals(vertex)) {
        return one.at("/tasks/RUNNING").asInt() == subtasks;
      }
    }
    return false;
  }

  private String largeVertex() {
    JsonNode plan =
        successful(client.get(jar + "/plan?entry-class=" + PACKAGE + "CheckpointedStream"));
    for (JsonNode node : plan.at("/plan/nodes")) {
      if (node.path("description").asText().contains("Readings")) {
        return node.path("id").asText();
      }
    }
    throw new IllegalStateException("No vertex 'Readings' in " + plan);
  }

  private String run(String program, ObjectNode request) throws IOException {
    request.put("entryClass", PACKAGE + program);
    Answer answer =
        client.send(
            "POST",
            jar + "/run",
            Map.of("Content-Type", "application/json"),
            JSON.writeValueAsBytes(request));
    return successful(answer).path("jobid").asText();
  }

  private JsonNode state(String job) {
    return successful(client.get("/jobs/" + job));
  }

  private static JsonNode successful(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.json();
  }
}
