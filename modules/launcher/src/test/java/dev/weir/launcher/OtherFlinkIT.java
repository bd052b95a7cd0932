// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.reference.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar with the last Flink 1.x, and the DataSet program of the classic document. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherFlinkIT {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String RECORDED_JOB = "/jobs/bb98e5e9549ffa57a53c51044094dbde";

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(WeirProcess.launch().arguments("--flink", "1.20", "--demo"));

  private ClassicClient client;
  private String jar;
  private Path directory;
  private String job;

  @BeforeAll
  void runTheWordCount(@TempDir Path temporary) throws IOException {
    directory = temporary;
    client = new ClassicClient(WEIR.baseUri());
    jar =
        client
            .upload("wordcount.jar", Files.readAllBytes(BuiltJars.dataSetExample()))
            .json()
            .get("filename")
            .asText();
    job = run("--output " + directory.resolve("counts"));
  }

  @Test
  void theStartSaysWhichFlinkItIs() {
    await().atMost(DEADLINE).until(() -> WEIR.process().output().contains("Press Ctrl-C to stop."));
    assertThat(WEIR.process().output())
        .contains("Flink         1.20.5, embedded")
        .contains("Example jobs  WordCount, CheckpointedStream, FailingStream, dataset.WordCount");
    assertThat(json("/overview").get("flink-version").asText()).isEqualTo("1.20.5");
  }

  @Test
  void theExampleJobsRunOnIt() {
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(json("/joboverview").findValuesAsText("state"))
                    .contains("FAILED", "RUNNING")
                    .filteredOn("FINISHED"::equals)
                    .hasSizeGreaterThanOrEqualTo(3));
  }

  @Test
  void theFinishedWordCountHasThePlanOfFlink13() {
    Map<String, String> recorded = nodes(recorded(RECORDED_JOB + "/plan"));

    assertThat(nodes(json("/jobs/" + job + "/plan"))).isEqualTo(recorded);
    assertThat(nodes(json("/jobs/" + job).get("plan"))).isEqualTo(recorded);
  }

  @Test
  void theDescriptionsAreThoseOfTheOptimizer() {
    assertThat(json("/jobs/" + job + "/plan").findValuesAsText("description"))
        .anySatisfy(text -> assertThat(text).matches("Reduce \\(SUM\\(1\\), at .*\\(WordCount.*"))
        .anySatisfy(text -> assertThat(text).startsWith("DataSink (CsvOutputFormat (path: "))
        .anySatisfy(
            text -> assertThat(text).startsWith("DataSource (at ").contains("FlatMap (Flat"));
  }

  @Test
  void thePlanOfTheJarIsThatOfFlink13() {
    String recorded =
        Reference.reads().stream()
            .map(call -> call.path())
            .filter(path -> path.contains("WordCount.jar/plan"))
            .findFirst()
            .orElseThrow();
    JsonNode ours =
        json("/jars/" + jar + "/plan?program-args=--output%20" + directory.resolve("unused"));

    assertThat(nodes(ours.get("plan"))).isEqualTo(nodes(recorded(recorded).get("plan")));
    assertThat(ours.at("/plan/name").asText()).isEqualTo("WordCount Example");
  }

  @Test
  void aFileIsReadAsInTheDocumentsExample() throws IOException {
    Path input = Files.writeString(directory.resolve("text"), "to be or\nnot to be\n");
    Path output = directory.resolve("words");
    String read = run("--input " + input + " --output " + output);

    JsonNode plan = json("/jobs/" + read + "/plan");
    assertThat(plan.findValuesAsText("operator"))
        .containsExactlyInAnyOrder(
            "GroupReduce", "Data Source -> FlatMap -> GroupCombine", "Data Sink");
    assertThat(plan.findValuesAsText("operator_strategy"))
        .contains("(none)<br/> -&gt; FlatMap<br/> -&gt; Sorted Combine");
    assertThat(plan.findValuesAsText("description"))
        .anySatisfy(text -> assertThat(text).contains("api.java.io.TextInputFormat"));
    assertThat(contentsOf(output)).containsExactlyInAnyOrder("to 2", "be 2", "or 1", "not 1");
  }

  @Test
  void theConfigurationHasTheExecutionModeThatFlinkSays() {
    JsonNode config = json("/jobs/" + job + "/config").get("execution-config");

    assertThat(config.get("execution-mode").asText()).isEqualTo("PIPELINED");
    assertThat(config.get("job-parallelism").asInt()).isEqualTo(2);
  }

  @Test
  void theAccumulatorsAreThoseOfTheDocument() {
    assertThat(json("/jobs/" + job + "/accumulators").get("user-task-accumulators"))
        .extracting(each -> each.get("name").asText() + " " + each.get("type").asText())
        .containsExactlyInAnyOrder("genwords LongCounter", "genletters LongCounter");
  }

  @Test
  void withoutItsJarTheStartFailsAndSaysWhatToDo(@TempDir Path elsewhere) throws IOException {
    Path alone = Files.copy(BuiltJars.weir(), elsewhere.resolve("weir.jar"));
    WeirProcess weir = WeirProcess.launch().jar(alone).arguments("--flink", "1").start();

    assertThat(weir.awaitExit(DEADLINE)).isEqualTo(1);
    assertThat(weir.output())
        .isEqualTo(
            "Flink 1.20 comes in a jar of its own, weir-flink-1.20.jar, which is neither beside"
                + " %s nor on the class path; put it into %s, or choose another Flink",
            alone, elsewhere);
  }

  /** Runs the word count to its end; returns the id of its job. */
  private String run(String arguments) {
    String path =
        "/jars/%s/run?parallelism=2&program-args=%s".formatted(jar, arguments.replace(" ", "%20"));
    String id = client.post(path).json().get("jobid").asText();
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> assertThat(json("/jobs/" + id).get("state").asText()).isEqualTo("FINISHED"));
    return id;
  }

  private JsonNode json(String path) {
    return client.get(path).json();
  }

  private static JsonNode recorded(String path) {
    return Reference.read(path).json();
  }

  private static List<String> contentsOf(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    }
    return lines;
  }

  /**
   * The nodes of a plan as they are written, by the first operator of each, which also stands for
   * its id. Without descriptions, which have names of classes and files.
   */
  private static Map<String, String> nodes(JsonNode plan) {
    Map<String, String> operators = new TreeMap<>();
    for (JsonNode node : plan.get("nodes")) {
      operators.put(node.get("id").asText(), node.get("operator").asText().split(" ->", 2)[0]);
    }
    Map<String, String> nodes = new TreeMap<>();
    for (JsonNode node : plan.get("nodes")) {
      ((ObjectNode) node).remove("description");
      String text = node.toString();
      for (Map.Entry<String, String> operator : operators.entrySet()) {
        text = text.replace(operator.getKey(), operator.getValue());
      }
      nodes.put(operators.get(node.get("id").asText()), text);
    }
    return nodes;
  }
}
