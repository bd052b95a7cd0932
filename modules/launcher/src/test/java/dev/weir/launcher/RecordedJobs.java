// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.contract.AnswerContract;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar over its embedded Flink, with jobs that write down what happens to them. */
abstract class RecordedJobs {
  static final Duration DEADLINE = Duration.ofSeconds(60);
  static final String STREAM = "dev.weir.examples.RecordedStream";
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  @RegisterExtension
  static final RunningWeir WEIR =
      new RunningWeir(WeirProcess.launch().arguments("--set", "weir.refresh-interval=200ms"));

  @TempDir Path directory;
  Path record;
  String jar;

  @BeforeEach
  void prepare() throws IOException {
    record = Files.createFile(directory.resolve("record"));
    JsonNode jars = client().get("/jars").json().path("files");
    jar =
        jars.isEmpty()
            ? client()
                .upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
                .json()
                .path("filename")
                .asText()
            : jars.get(0).path("id").asText();
  }

  static ClassicClient client() {
    return new ClassicClient(WEIR.baseUri(), AnswerContract.checkedIn());
  }

  static URI flink() {
    return URI.create(client().get("/clusters/embedded").json().at("/addresses/0").asText());
  }

  static Answer post(String path, String type, String body) {
    return client().send("POST", path, Map.of("Content-Type", type), body.getBytes(UTF_8));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  List<String> recorded() throws IOException {
    return Files.readAllLines(record);
  }

  String start(long snapshotMillis) {
    Answer run =
        client()
            .post(
                "/jars/%s/run?entry-class=%s&programArg=%s&programArg=%d"
                    .formatted(jar, STREAM, encoded(record.toString()), snapshotMillis));
    return running(run);
  }

  /** The job of a run; by then its main method has ended. */
  static String started(Answer run) {
    assertThat(run.status()).as("%s", run).isEqualTo(200);
    return run.json().path("jobid").asText();
  }

  static String running(Answer run) {
    String job = started(run);
    await()
        .atMost(DEADLINE)
        .until(
            () -> {
              JsonNode details = client().get("/jobs/" + job).json();
              return details.path("state").asText().equals("RUNNING")
                  && details.at("/status-counts/RUNNING").asInt()
                      == details.path("vertices").size();
            });
    return job;
  }

  static void awaitState(String job, String state) {
    await()
        .atMost(DEADLINE)
        .until(() -> client().get("/jobs/" + job).json().path("state").asText().equals(state));
  }

  static void cancel(String job) {
    assertThat(client().delete("/jobs/" + job + "/cancel").status()).isEqualTo(200);
  }

  /** The savepoints in a directory; Flink makes a directory for each. */
  static List<Path> savepoints(Path in) throws IOException {
    try (Stream<Path> entries = Files.exists(in) ? Files.list(in) : Stream.empty()) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("savepoint-"))
          .filter(entry -> Files.exists(entry.resolve("_metadata")))
          .toList();
    }
  }
}
