// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Multipart;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes happen as they were asked for, once; what a real cluster did says so. */
@Timeout(180)
class ChangesIT extends RecordedJobs {
  private static final String MAIN = "dev.weir.examples.RecordedMain";
  private static final String FLINKS = "org.apache.flink.runtime.rest.handler.";

  private String json() {
    return """
        {"entryClass":"%s","programArgsList":["%s","0","a b","é\\"<>"],"parallelism":1,
        "allowNonRestoredState":true,"flinkConfiguration":{"pipeline.object-reuse":"true"}}"""
        .formatted(STREAM, record);
  }

  private String form() {
    return "entry-class=%s&program-args=%s&parallelism=1&allowNonRestoredState=True"
        .formatted(STREAM, encoded("'" + record + "' 0 'a b' 'é\"<>'"));
  }

  @Test
  void aRunHonoursTheJsonOfLaterReleases() throws IOException {
    String id = "0123456789abcdef0123456789abcd01";
    String job =
        running(
            post(
                "/jars/" + jar + "/run",
                JSON,
                json().replace("\"parallelism\"", "\"jobId\":\"" + id + "\",\"parallelism\"")));

    assertThat(job).isEqualTo(id);
    assertThat(recorded()).containsExactly("main <a b> <é\"<>>");
    JsonNode config = client().get("/jobs/" + job + "/config").json().path("execution-config");
    assertThat(config.path("object-reuse-mode").asBoolean()).isTrue();
    assertThat(config.path("job-parallelism").asInt()).isEqualTo(1);
    cancel(job);
  }

  @Test
  void aRunHonoursFormsAndTheNamesOfLaterReleases() throws IOException {
    String path = "/jars/" + jar + "/run";
    Multipart parts =
        new Multipart()
            .field("entryClass", STREAM)
            .field("programArgs", "'" + record + "' 0 parts");
    String query =
        "?entryClass=%s&programArgs=%s&allowNonRestoredState=TRUE&_=1"
            .formatted(STREAM, encoded("'" + record + "' 0 query"));
    cancel(started(post(path, FORM, form())));
    // curl's -d declares a form, whatever it is given.
    cancel(started(post(path, FORM, json())));
    // Generated clients send it where there is no body.
    cancel(started(post(path + query, JSON, "null")));
    cancel(
        started(
            client()
                .send(
                    "POST", path, Map.of("Content-Type", Multipart.contentType()), parts.body())));
    cancel(started(client().post(path + query)));

    assertThat(recorded())
        .containsExactly(
            "main <a b> <é\"<>>",
            "main <a b> <é\"<>>",
            "main <query>",
            "main <parts>",
            "main <query>");
  }

  private static Stream<List<String>> refusals() {
    return Stream.of(
        List.of("400", JSON, "{\"entryClass\":", "not a JSON object"),
        List.of("400", JSON, "[]", "not a JSON object"),
        List.of("400", JSON, "{\"entryClass\":\"a\",\"entryClass\":\"b\"}", "not a JSON object"),
        List.of("400", JSON, "{\"savepoint\":\"a\"}", "'savepoint'"),
        List.of("400", JSON, "{\"targetDirectory\":\"a\"}", "'targetDirectory'"),
        List.of("400", JSON, "{\"entryClass\":\"no.such.Class\"}", "no.such.Class"),
        List.of("400", FORM, "entry-class=a&entryClass=b", "given twice"),
        List.of("400", FORM, "allowNonRestoredState=1", "true or false"),
        List.of("415", "text/plain", "entry-class=a", "content type"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeHonouredIsRefused(List<String> refusal) {
    Answer answer = post("/jars/" + jar + "/run", refusal.get(1), refusal.get(2));

    assertThat(answer.status()).as("%s", answer).isEqualTo(Integer.parseInt(refusal.get(0)));
    assertThat(answer.json().path("detail").asText()).contains(refusal.get(3));
  }

  /** Words of Flink's in what a program says, and what is shown of it; {@code <jar>} is its id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lookup: FlinkJobNotFoundException for job X | FlinkJobNotFoundException for job X.",
        "File /data/udf.jar does not exist | File udf.jar does not exist.",
        "File <jar> does not exist | File <jar> does not exist.",
        "o.a.f.RestHandlerException: Jar file <jar> does not exist | Jar file <jar> does not exist.",
        "'gone\nCaused by: o.a.f.RestHandlerException: File <jar> does not exist' | File <jar> does",
        "Not found: /jars/<jar>/run | Not found: run.",
        "Request did not match expected format of a line | Request did not match expected format",
      })
  void aProgramThatFailsRunsOnceWhateverItSays(String words, String shown) throws IOException {
    String text = words.replace("<jar>", jar).replace("o.a.f.", FLINKS);
    String name = "job of " + words.hashCode();
    byte[] body =
        new JsonMapper()
            .writeValueAsBytes(
                Map.of(
                    "entryClass",
                    MAIN,
                    "programArgsList",
                    List.of("--record", record.toString(), "--job", name, "--fail", text),
                    "flinkConfiguration",
                    Map.of("pipeline.object-reuse", "true")));

    Answer failed =
        client().send("POST", "/jars/" + jar + "/run", Map.of("Content-Type", JSON), body);

    assertThat(failed.status()).as("%s", failed).isEqualTo(400);
    assertThat(failed.json().path("detail").asText()).contains(shown.replace("<jar>", jar));
    assertThat(recorded()).containsExactly("main");
    assertThat(new ClassicClient(flink()).get("/jobs/overview").json().path("jobs"))
        .filteredOn(job -> job.path("name").asText().equals(name))
        .hasSize(1);
  }

  /** A deployer that is given up repeats, and starts two jobs. */
  @Test
  void aMainMethodMayTakeLongerThanAnythingElse() throws IOException {
    String query = "--millis%203000%20--job%20slow%20--record%20" + encoded(record.toString());
    String path = "/jars/" + jar + "/run?entry-class=" + MAIN + "&program-args=" + query;
    try (WeirProcess patient = hasty("weir.http.idle-timeout=2s", "weir.http.h2c=true").start();
        WeirProcess impatient = hasty("weir.upstream.run-timeout=1s").start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.baseUri().getPort());
        Http2Connection http2 = new Http2Connection(socket, "http").begin()) {
      http2.send(Frame.headers(1, true, http2.request("POST", path)));
      started(new ClassicClient(patient.baseUri()).post(path));
      Answer late = new ClassicClient(impatient.baseUri()).post(path);
      Optional<Frame> head = http2.await(frame -> frame.is(Frame.HEADERS, 0));

      assertThat(head.map(Frame::status)).as("%s", http2.seen()).hasValue(200);
      assertThat(http2.await(frame -> frame.is(Frame.GOAWAY, 0))).as("once idle").isPresent();
      assertThat(late.status()).isEqualTo(504);
      assertThat(late.json().path("detail").asText())
          .contains("within 1000 ms; the program may have started")
          .contains("Look at /joboverview before asking again");
    }
    // One for each request.
    assertThat(recorded()).containsExactly("main", "main", "main");
  }

  private static WeirLaunch hasty(String... settings) {
    WeirLaunch launch =
        WeirProcess.launch()
            .arguments("--cluster", flink().toString())
            .arguments("--set", "weir.upstream.timeout=2s")
            .arguments("--set", "weir.upstream.change-timeout=2s");
    Stream.of(settings).forEach(setting -> launch.arguments("--set", setting));
    return launch;
  }

  @Test
  void aJarWithSignsInItsNameWorksFromUploadToDelete() throws IOException {
    byte[] content = Files.readAllBytes(BuiltJars.examples());
    for (String name :
        List.of("app-1.0.0+5.jar", "50% of it.jar", "é+ü 漢字.jar", "漢".repeat(90) + ".jar")) {
      String id = encoded(client().upload(name, content).json().path("filename").asText());
      String query =
          "?entry-class=%s&programArg=%s&programArg=0"
              .formatted(STREAM, encoded(record.toString()));

      assertThat(client().get("/jars/" + id + "/plan" + query).status()).as(name).isEqualTo(200);
      cancel(started(client().post("/jars/" + id + "/run" + query)));
      assertThat(client().delete("/jars/" + id).status()).as(name).isEqualTo(200);
      assertThat(client().get("/jars").text()).doesNotContain("\"" + id + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStopGoesToTheDirectoryAndDrainsIfItSays(boolean drain) throws IOException {
    String job = start(0);
    Path target = directory.resolve("stopped");
    String body = "{\"targetDirectory\":\"%s\",\"drain\":%s,\"formatType\":\"NATIVE\"}";

    assertThat(post("/jobs/" + job + "/stop", JSON, body.formatted(target.toUri(), drain)).status())
        .isEqualTo(200);
    awaitState(job, "FINISHED");

    assertThat(savepoints(target)).hasSize(1);
    assertThat(recorded()).hasSize(drain ? 2 : 1);
  }

  @Test
  void aSemicolonIsALetterOfADirectoryAndNothingIsCutOffAPath() throws IOException {
    String job = start(0);
    Path target = directory.resolve("sp;v=2");
    assertThat(new ClassicClient(WEIR.baseUri()).raw("GET", "/jobs;v=2").status()).isEqualTo(404);
    assertThat(
            new ClassicClient(WEIR.baseUri()).raw("GET", "/jobs/" + job + "/cancel;v=2").status())
        .isEqualTo(404);

    // The description knows no address that begins with two slashes.
    Answer accepted =
        new ClassicClient(WEIR.baseUri())
            .raw("GET", "//jobs/" + job + "/cancel-with-savepoint/target-directory/file:" + target);
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
    awaitState(job, "CANCELED");

    assertThat(savepoints(target)).hasSize(1);
    assertThat(savepoints(directory.resolve("sp"))).isEmpty();
  }

  @Test
  void aCancelByAnOldNameOfADirectoryIsNotOneWithoutASavepoint() {
    String job = start(0);

    Answer refused = client().post("/jobs/" + job + "/cancel?targetDirectory=/tmp/sp");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(post("/jobs/" + job + "/cancel", JSON, "{\"drain\":true}").status()).isEqualTo(400);
    assertThat(client().get("/jobs/" + job).json().path("state").asText()).isEqualTo("RUNNING");
    assertThat(post("/jobs/" + job + "/cancel", JSON, "{}").status()).isEqualTo(200);
  }
}
