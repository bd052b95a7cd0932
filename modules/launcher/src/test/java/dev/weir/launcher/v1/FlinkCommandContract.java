// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.security.TokenFile;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.FlinkCommand;
import dev.weir.testing.flink.FlinkCommand.Outcome;
import dev.weir.testing.flink.FlinkVersion;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code flink} command of a release, through the runnable jar, before a cluster of the same
 * release.
 *
 * <p>Where the command can send a token, it has to: the server refuses strangers.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlinkCommandContract {
  static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String STREAM = "dev.weir.examples.CheckpointedStream";
  private static final List<String> USERS = List.of("viewer", "developer");

  @TempDir private static Path directory;

  @Order(1)
  @RegisterExtension
  final RunningFlink flink;

  @Order(2)
  @RegisterExtension
  final RunningWeir weir = new RunningWeir(() -> WeirProcess.launch().arguments(arguments()));

  private final FlinkVersion version;
  private final Map<String, String> tokens = new HashMap<>();
  private ClassicClient v1;
  private ClassicClient direct;
  private FlinkCommand viewer;
  private FlinkCommand developer;

  FlinkCommandContract(String release, Map<String, String> configuration) {
    version = new FlinkVersion(release);
    flink = new RunningFlink(FlinkCluster.of(release).configuration(configuration));
  }

  private String[] arguments() {
    String cluster = "--cluster=main=" + flink.restAddress();
    return sendsHeaders()
        ? new String[] {
          cluster,
          "--set=weir.security.token.file=" + tokenFile(),
          "--set=weir.access.operate=developer",
          "--set=weir.access.submit=developer"
        }
        : new String[] {cluster};
  }

  private Path tokenFile() {
    StringBuilder lines = new StringBuilder();
    for (String user : USERS) {
      TokenFile.Made made = TokenFile.make(user);
      tokens.put(user, made.token());
      lines.append(made.line()).append('\n');
    }
    try {
      return Files.writeString(directory.resolve("tokens-" + version), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Since 1.19 the command sends the headers in {@code FLINK_REST_CLIENT_HEADERS}. */
  private boolean sendsHeaders() {
    return version.isAtLeast(1, 19);
  }

  @BeforeAll
  void prepare() {
    v1 = new ClassicClient(URI.create(weir.baseUri() + "clusters/main/v1"));
    direct = new ClassicClient(flink.restAddress());
    viewer = command("viewer");
    developer = command("developer");
  }

  @AfterAll
  void removeFiles() {
    viewer.close();
    developer.close();
  }

  private FlinkCommand command(String user) {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("rest.address", weir.baseUri().getHost());
    configuration.put("rest.port", Integer.toString(weir.baseUri().getPort()));
    if (version.isAtLeast(1, 19)) {
      configuration.put("rest.path", "/clusters/main");
    } else if (version.isAtLeast(1, 18)) {
      configuration.put("rest.url-prefix", "/clusters/main/");
    }
    FlinkCommand command = new FlinkCommand(version, configuration);
    return sendsHeaders()
        ? command.environment(
            "FLINK_REST_CLIENT_HEADERS", "Authorization:Bearer " + tokens.get(user))
        : command;
  }

  /** The API of the cluster at the server. */
  final ClassicClient v1() {
    return v1;
  }

  final Map<String, String> asDeveloper() {
    return sendsHeaders() ? Map.of("Authorization", "Bearer " + tokens.get("developer")) : Map.of();
  }

  /** What the cluster itself says of a job. */
  final String state(String job) {
    return direct.get("/jobs/" + job).json().path("state").asText();
  }

  /** Runs the command, which has to succeed. */
  private Outcome succeeds(String... arguments) {
    Outcome outcome = developer.run(arguments);
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
    return outcome;
  }

  /** Runs an example without waiting for its end; returns the id of its job. */
  final String run(String... options) {
    List<String> all = new ArrayList<>(List.of("run", "-d", "-c", STREAM));
    all.addAll(List.of(options));
    all.add(BuiltJars.examples().toString());
    String job = succeeds(all.toArray(String[]::new)).after("Job has been submitted with JobID ");
    await().atMost(DEADLINE).until(() -> state(job).equals("RUNNING"));
    return job;
  }

  @Test
  void aJobIsSubmittedSavedStoppedResumedAndCancelled() {
    String job = run();

    assertThat(succeeds("list").output()).contains(job + " : Checkpointed stream (RUNNING)");
    String savepoint = succeeds("savepoint", job).after("Savepoint completed. Path: ");
    assertThat(succeeds("savepoint", "-d", savepoint).output())
        .contains("Savepoint '" + savepoint + "' disposed.");
    if (version.isAtLeast(1, 17)) {
      assertThat(succeeds("checkpoint", job).output())
          .containsPattern("Checkpoint \\d+ for job " + job + " completed.");
    }
    String stopped = succeeds("stop", job).after("Savepoint completed. Path: ");
    await().atMost(DEADLINE).until(() -> state(job).equals("FINISHED"));

    String resumed = run("-s", stopped);
    whoMayOnlyViewCannotCancel(resumed);
    assertThat(succeeds("cancel", resumed).output()).contains("Cancelled job " + resumed);
    await().atMost(DEADLINE).until(() -> state(resumed).equals("CANCELED"));
  }

  private void whoMayOnlyViewCannotCancel(String job) {
    if (sendsHeaders()) {
      Outcome refused = viewer.run("cancel", job);

      assertThat(refused.exitCode()).as("%s", refused).isEqualTo(1);
      assertThat(refused.output())
          .contains("This needs the access level operate on cluster main; viewer has view there.");
      assertThat(state(job)).isEqualTo("RUNNING");
    }
  }

  @Test
  void anAttachedRunEndsWithItsJobAndPrintsTheAccumulators() {
    Outcome run = succeeds("run", "-c", "dev.weir.examples.WordCount", examples());

    assertThat(run.output())
        .contains("has finished.", "Job Runtime:", "Accumulator Results:")
        .containsPattern("words \\(java.lang.Long\\): \\d+|words.*: \\d+");
  }

  @Test
  void aJobThatFailsPrintsWhatTheProgramHasThrown() {
    Outcome run =
        developer.run("run", "-c", "dev.weir.examples.FailingStream", examples(), "--rate", "2000");

    assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
    assertThat(run.output()).contains("java.lang.IllegalStateException: boom at 201");
  }

  @Test
  void aSubmissionThatTheClusterRefusesPrintsItsStackTrace() {
    String id = "%032x".formatted(18);
    String option = "-D$internal.pipeline.job-id=" + id;
    run(option);

    Outcome again = developer.run("run", "-d", option, "-c", STREAM, examples());

    assertThat(again.exitCode()).as("%s", again).isEqualTo(1);
    assertThat(again.output())
        .containsPattern("Duplicate\\w+SubmissionException")
        .containsPattern("at org.apache.flink.runtime.(rest|dispatcher)");
    succeeds("cancel", id);
  }

  /** The program of docs/v1.md: it lists the jobs, and collects the results of one by messages. */
  @Test
  void theDocumentedProgramGetsTheResultsOfItsJob() throws IOException {
    Path source =
        Files.writeString(directory.resolve("ThroughWeir-" + version + ".java"), program());

    Outcome run =
        developer.runProgram(
            source,
            weir.baseUri().getHost(),
            Integer.toString(weir.baseUri().getPort()),
            "/clusters/main");

    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.output().lines()).contains("1", "2", "3", "4", "5");
  }

  private static String program() throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "..", "docs", "v1.md")));
    if (!block.find()) {
      throw new IllegalStateException("docs/v1.md has no program.");
    }
    return block.group(1);
  }

  private static String examples() {
    return BuiltJars.examples().toString();
  }
}
