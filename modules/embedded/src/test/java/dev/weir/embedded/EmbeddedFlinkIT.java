// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.examples.WordCountResults;
import dev.weir.model.FlinkSeries;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A Flink started from packaged jars, and what jobs in it can and cannot do. */
@ParameterizedClass
@MethodSource("dev.weir.embedded.TriedSeries#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedFlinkIT {

  private static final String EXAMPLES = "dev.weir.examples.";

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream consoleBefore = System.out;

  @Parameter private FlinkSeries series;

  private EmbeddedFlink flink;
  private RestClient rest;
  private String jar;

  @BeforeParameterizedClassInvocation(injectArguments = false)
  void start(@TempDir Path directory) throws Exception {
    console.reset();
    System.setOut(new PrintStream(console, true, UTF_8));
    flink =
        EmbeddedFlink.start(
            series,
            new EmbeddedFlinkOptions(
                directory,
                2,
                2,
                Map.of(
                    "web.refresh-interval", "1234", "rest.port", "1", "jobstore.max-capacity", "2"),
                Duration.ofSeconds(20)));
    rest = new RestClient(flink.address());
    jar =
        rest.upload(
            Path.of(
                WordCountResults.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
  }

  @AfterParameterizedClassInvocation
  void stop() {
    flink.close();
    System.setOut(consoleBefore);
  }

  @Test
  void itComesFromThePackagedJar() {
    assertThat(EmbeddedFlink.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(".jar");
  }

  @Test
  void itHasTheTaskManagersAndSlotsThatWereAskedFor() {
    JsonNode overview = rest.json("/overview");

    assertThat(overview.get("taskmanagers").asInt()).isEqualTo(2);
    assertThat(overview.get("slots-total").asInt()).isEqualTo(4).isEqualTo(flink.slots());
    assertThat(overview.get("flink-version").asText()).isEqualTo(flink.version());
    assertThat(flink.version()).isEqualTo(series.version());
  }

  @Test
  void itListensOnTheLoopbackInterfaceWhateverIsConfigured() {
    assertThat(flink.address().getHost()).isEqualTo("127.0.0.1");
    assertThat(flink.address().getPort()).isGreaterThan(1);
  }

  @Test
  void itTakesFlinksOwnKeys() {
    assertThat(rest.json("/config").get("refresh-interval").asInt()).isEqualTo(1234);
  }

  @Test
  void noneOfFlinksClassesIsOnOurClassPath() {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName("org.apache.flink.api.common.JobID"));
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName("dev.weir.embedded.engine.FlinkEngine"));
  }

  @Test
  void thisJavaNeedsNoWarning() {
    assertThat(flink.warnings()).isEmpty();
  }

  @Test
  void jobManagerAndTaskManagerHaveLogsOfTheirOwn() {
    assertThat(rest.text("/jobmanager/log"))
        .contains("Flink Mini Cluster started successfully")
        .doesNotContain("Starting TaskManager with ResourceID");
    assertThat(rest.text("/taskmanagers/" + taskManager() + "/log"))
        .contains("Starting TaskManager with ResourceID")
        .doesNotContain("Flink Mini Cluster started successfully");
    assertThat(rest.json("/jobmanager/logs").findValuesAsText("name"))
        .contains("jobmanager.log", "jobmanager.out");
    assertThat(rest.json("/taskmanagers/" + taskManager() + "/logs").findValuesAsText("name"))
        .contains("taskmanager.log", "taskmanager.out");
  }

  @Test
  void theWordCountFinishesWithTheAccumulatorsThatItPromises() throws Exception {
    String job = rest.run(jar, EXAMPLES + "WordCount");
    rest.awaitState(job, "FINISHED");

    JsonNode accumulators =
        rest.json("/jobs/" + job + "/accumulators").get("user-task-accumulators");
    assertThat(
            StreamSupport.stream(accumulators.spliterator(), false)
                .collect(
                    toMap(each -> each.get("name").asText(), each -> each.get("value").asText())))
        .isEqualTo(WordCountResults.ACCUMULATORS);
    assertThat(rest.json("/jobs/" + job).get("vertices")).hasSize(4);
  }

  @Test
  void theWordCountFinishesInBatchMode() throws Exception {
    String job = rest.run(jar, EXAMPLES + "WordCount", "--mode", "batch");

    rest.awaitState(job, "FINISHED");
  }

  @Test
  void ofFinishedJobsNoMoreAreKeptThanAreConfigured() throws Exception {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      jobs.add(rest.run(jar, EXAMPLES + "WordCount"));
      rest.awaitState(jobs.get(i), "FINISHED");
    }

    assertThat(rest.json("/jobs").get("jobs").findValuesAsText("id"))
        .contains(jobs.get(1), jobs.get(2))
        .doesNotContain(jobs.get(0));
  }

  @Test
  void whatAJobPrintsIsOutputOfTheTaskManager() throws Exception {
    rest.awaitState(rest.run(jar, EXAMPLES + "WordCount"), "FINISHED");

    assertThat(rest.text("/taskmanagers/" + taskManager() + "/stdout")).contains("(the,12)");
    assertThat(rest.text("/jobmanager/stdout")).doesNotContain("(the,12)");
    assertThat(console.toString(UTF_8)).doesNotContain("(the,12)");
  }

  @Test
  void whatTheMainMethodOfAJobPrintsIsOutputOfTheJobManager() throws Exception {
    rest.awaitState(rest.run(jar, EXAMPLES + "WordCount"), "FINISHED");

    assertThat(rest.text("/jobmanager/stdout")).contains("Counting the words of 11 lines");
    assertThat(rest.text("/taskmanagers/" + taskManager() + "/stdout"))
        .doesNotContain("Counting the words");
    assertThat(console.toString(UTF_8)).doesNotContain("Counting the words");
  }

  @Test
  void whatWePrintIsOnTheConsole() {
    System.out.println("a line of the server's");

    assertThat(console.toString(UTF_8)).contains("a line of the server's");
    assertThat(rest.text("/jobmanager/stdout")).doesNotContain("a line of the server's");
  }

  @Test
  void aJobThatCallsSystemExitFailsAndWeLive() throws Exception {
    String job = rest.run(jar, EXAMPLES + "ExitingJob");

    rest.awaitState(job, "FAILED");
    assertThat(rest.text("/jobs/" + job + "/exceptions")).contains("System.exit(1) is refused");
  }

  @Test
  void aMainMethodThatCallsSystemExitIsRefusedAndWeLive() {
    assertThat(rest.tryToRun(jar, EXAMPLES + "ExitingJob", "--where", "main").body())
        .contains("System.exit(1) is refused");
  }

  @Test
  void theFailingStreamIsRestartedOnceAndFailsForGood() throws Exception {
    String job = rest.run(jar, EXAMPLES + "FailingStream");

    rest.awaitState(job, "FAILED");
    assertThat(rest.text("/jobs/" + job + "/exceptions")).contains("boom at 201");
    assertThat(rest.json("/jobs/" + job).get("timestamps").get("RESTARTING").asLong()).isPositive();
  }

  @Test
  void aSavepointIsKeptInTheWorkDirectoryAndCanBeRestored() throws Exception {
    String stream = EXAMPLES + "CheckpointedStream";
    String job = rest.run(jar, stream, "--checkpoint-interval", "100");
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> rest.json("/jobs/" + job + "/checkpoints").at("/counts/completed").asInt() > 0);

    String savepoint = savepoint(job);
    rest.cancel(job);
    assertThat(savepoint).startsWith("file:").contains("/savepoints/savepoint-");

    String restored = rest.restore(jar, stream, savepoint);
    rest.awaitState(restored, "RUNNING");
    assertThat(rest.json("/jobs/" + restored + "/checkpoints").at("/counts/restored").asInt())
        .isEqualTo(1);
    rest.cancel(restored);
  }

  private String savepoint(String job) throws Exception {
    String request = rest.post("/jobs/" + job + "/savepoints", Map.of("cancel-job", false)).body();
    String id = request.replaceAll(".*\"request-id\":\"(\\w+)\".*", "$1");
    String path = "/jobs/" + job + "/savepoints/" + id;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rest.json(path).at("/status/id").asText().equals("COMPLETED"));
    return rest.json(path).at("/operation/location").asText();
  }

  private String taskManager() {
    return rest.json("/taskmanagers").at("/taskmanagers/0/id").asText();
  }
}
