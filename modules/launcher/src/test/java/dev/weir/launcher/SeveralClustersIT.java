// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.Wire;
import dev.weir.testing.contract.AnswerContract;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One server before a Flink 1.20, a Flink 2.3 and one that is not there. */
@Timeout(180)
class SeveralClustersIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  @Order(1)
  @RegisterExtension
  private static final RunningFlink OLD = new RunningFlink(FlinkCluster.of("1.20.4"));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments("--cluster", "old=" + OLD.restAddress())
                  .arguments("--cluster", "new_one-2=embedded")
                  .arguments("--cluster", "gone=http://127.0.0.1:1")
                  .arguments("--set", "weir.clusters.new_one-2.hosts=new.example.org")
                  .arguments("--set", "weir.http.trusted-proxies=127.0.0.1")
                  .arguments("--set", "weir.refresh-interval=500ms"));

  private static final List<String> JOBS = new ArrayList<>();

  @BeforeAll
  static void runAJobInEach() throws IOException {
    for (String cluster : List.of("old", "new_one-2")) {
      String jar =
          of(cluster)
              .upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
              .json()
              .path("filename")
              .asText();
      Answer run =
          of(cluster)
              .post("/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream");
      JOBS.add(run.json().path("jobid").asText());
      assertThat(run.status()).as("%s", run).isEqualTo(200);
    }
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> assertThat(all("/clusters/jobs?state=running").path("jobs")).hasSize(2));
  }

  private static ClassicClient of(String cluster) {
    return new ClassicClient(URI.create(WEIR.baseUri() + "clusters/" + cluster));
  }

  private static ClassicClient client() {
    return new ClassicClient(WEIR.baseUri(), AnswerContract.checkedIn());
  }

  /** For addresses that there are not, of which the description says nothing one by one. */
  private static ClassicClient unchecked() {
    return new ClassicClient(WEIR.baseUri());
  }

  private static JsonNode all(String path) {
    Answer answer = client().get(path);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private static List<String> texts(JsonNode array, String member) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> member.isEmpty() ? one.asText() : one.path(member).asText())
        .toList();
  }

  @Test
  void eachIsListedWithItsVersionAndHowItStandsWithIt() {
    JsonNode clusters = all("/clusters").path("clusters");

    assertThat(texts(clusters, "name")).containsExactly("old", "new_one-2", "gone");
    assertThat(texts(clusters, "default")).containsExactly("true", "false", "false");
    assertThat(texts(clusters, "state")).containsExactly("healthy", "healthy", "unhealthy");
    assertThat(clusters.get(0).at("/overview/flink-version").asText()).isEqualTo("1.20.4");
    assertThat(clusters.get(1).at("/overview/flink-version").asText()).startsWith("2.");
    assertThat(clusters.get(0).path("addresses").get(0).asText())
        .isEqualTo(OLD.restAddress().toString());
    assertThat(clusters.get(2).at("/last-error/error").asText()).startsWith("Nobody answers at");
    assertThat(clusters.get(2).has("overview")).isFalse();
    assertThat(all("/clusters/gone").path("state").asText()).isEqualTo("unhealthy");
  }

  @Test
  void eachHasTheWholeApiBelowItsName() {
    assertThat(client().get("/overview").json().path("flink-version").asText()).isEqualTo("1.20.4");
    assertThat(of("old").get("/overview").json()).isEqualTo(client().get("/overview").json());
    assertThat(of("new_one-2").get("/config").json().path("flink-version").asText())
        .startsWith("2.");
    assertThat(of("new_one-2").get("/jobs/" + JOBS.get(1) + "/plan").status()).isEqualTo(200);
    assertThat(of("new_one-2").get("/jobs/" + JOBS.get(0)).status()).isEqualTo(404);
    assertThat(of("gone").get("/overview").status()).isEqualTo(503);
  }

  /** For clients that know no prefix; every request names the host, and no prefix counts less. */
  @Test
  void aHostOfAClusterLeadsToItWhereThePathNamesNone() throws IOException {
    assertThat(atNewHost("Host", "/overview")).contains("\"flink-version\":\"2.");
    assertThat(atNewHost("Host", "/v1/config")).contains("\"flink-version\":\"2.");
    assertThat(atNewHost("Host", "/clusters/old/overview")).contains("1.20.4");
    assertThat(atNewHost("Host", "/clusters")).contains("\"old\"");
    assertThat(atNewHost("Host", "/jars")).contains("http://new.example.org:8081\"");
    assertThat(atNewHost("Host: localhost\r\nX-Forwarded-Host", "/overview")).contains("\"2.");
  }

  private static String atNewHost(String header, String path) throws IOException {
    try (Wire wire = new Wire(WEIR.baseUri())) {
      wire.send("GET %s HTTP/1.1\r\n%s: new.example.org:8081\r\n\r\n".formatted(path, header));
      Wire.Received received = wire.receive();
      assertThat(received.status()).as("%s", received).isEqualTo(200);
      return received.body();
    }
  }

  @Test
  void linksLeadBackToTheSameCluster() {
    assertThat(of("new_one-2").get("/jars").json().path("address").asText())
        .isEqualTo(WEIR.baseUri() + "clusters/new_one-2");
    Answer none = of("old").get("/jobs/nonsense/plan/x");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().path("detail").asText())
        .isEqualTo("There is nothing at /clusters/old/jobs/nonsense/plan/x.");
  }

  @Test
  void theirNumbersAreAddedUpAndWhoIsMissingIsNamed() {
    JsonNode sum = all("/clusters/overview");

    assertThat(sum.path("taskmanagers").asInt()).isEqualTo(2);
    assertThat(sum.path("slots-total").asInt()).isEqualTo(4 + 8);
    assertThat(sum.path("jobs-running").asInt()).isEqualTo(2);
    assertThat(sum.at("/clusters/total").asInt()).isEqualTo(3);
    assertThat(sum.at("/clusters/healthy").asInt()).isEqualTo(2);
    assertThat(sum.path("partial").asBoolean()).isTrue();
    assertThat(texts(sum.path("missing"), "")).containsExactly("gone");
  }

  @Test
  void theirJobsAreOneListThatSaysWhoIsMissing() {
    JsonNode jobs = all("/clusters/jobs");

    assertThat(texts(jobs.path("jobs"), "jid")).containsExactlyInAnyOrderElementsOf(JOBS);
    assertThat(jobs.path("partial").asBoolean()).isTrue();
    assertThat(texts(jobs.path("clusters"), "name")).containsExactly("old", "new_one-2", "gone");
    assertThat(texts(jobs.path("clusters"), "error"))
        .satisfies(errors -> assertThat(errors.get(2)).startsWith("Nobody answers at"));
    assertThat(all("/clusters/jobs?cluster=old,new_one-2").path("partial").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "state=RUNNING, 2",
    "state=finished&state=failed, 0",
    "state=running&cluster=old, 1",
    "cluster=nosuch, 0",
    "name=CHECKPOINTED, 2",
    "name=nosuch, 0",
    "since=0, 2",
    "since=2100-01-01T00:00:00%2B01:00, 0",
    "limit=1, 1",
    "limit=1000, 2"
  })
  void theListCanBeNarrowed(String query, int found) {
    assertThat(all("/clusters/jobs?" + query).path("jobs")).hasSize(found);
  }

  @Test
  void theListCanBeReadPageByPage() {
    List<String> read = new ArrayList<>();
    JsonNode page = all("/clusters/jobs?limit=1");
    while (page.has("next")) {
      read.addAll(texts(page.path("jobs"), "jid"));
      page = all("/clusters/jobs?limit=1&cursor=" + page.path("next").asText());
    }
    read.addAll(texts(page.path("jobs"), "jid"));

    assertThat(read).isEqualTo(texts(all("/clusters/jobs").path("jobs"), "jid"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          state=asleep | state is 'asleep': it must be one of
          since=yesterday | since is 'yesterday': it must be
          limit=0 | limit is '0': it must be a number from 1 to 1000.
          limit=1001 | limit is '1001'
          cursor=nonsense | cursor is 'nonsense'
          cluster=a%2Fb | 'a/b' is not the name of a cluster
          """)
  void aFilterThatIsNotRightIsSaid(String query, String sentence) {
    Answer answer = client().get("/clusters/jobs?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).startsWith(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prod%2Feu", "a%20b", "%C3%A9", "..%2f..", "-x", "a;b=c", "overview", "jobs"})
  void aNameThatCannotBeOneIsRefused(String name) {
    Answer answer = client().raw("GET", "/clusters/" + name + "/overview");

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("is not the name of a cluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch", "OLD", "old2"})
  void aNameThatNoClusterHasIsNotFound(String name) {
    assertThat(client().get("/clusters/" + name).status()).isEqualTo(404);
    Answer answer = unchecked().get("/clusters/" + name + "/overview");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("There is no cluster " + name + " here; /clusters lists those there are.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clusters", "clusters/old/overview", "openapi.yaml", "openapi/", "problems/x"})
  void whatIsOfTheServerIsNotBelowACluster(String path) {
    Answer answer = unchecked().get("/clusters/old/" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("/" + path + " is server-wide; use it without /clusters/<name>.");
  }
}
