// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Json;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard of Flink 2.3 below {@code /v1/}, in a browser whose user answers the prompt for a
 * password. Nothing that it asks for may fail, and none of its scripts.
 */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class V1DashboardIT {
  private static final String STREAM = "dev.weir.examples.CheckpointedStream";
  private static final String ARGUMENTS = "--rate 50 --parallelism 1";

  @TempDir private static Path directory;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(() -> WeirProcess.launch().arguments(arguments()));

  private static DevTools developer;
  private static DevTools viewer;
  private static String job;

  private static String[] arguments() {
    try {
      Path configuration = Files.createDirectory(directory.resolve("conf"));
      Files.writeString(
          configuration.resolve("config.yaml"),
          """
          rest.flamegraph.enabled: true
          rest.profiling.enabled: true
          metrics.fetcher.update-interval: 1000
          """);
      return new String[] {
        "--conf-dir=" + configuration,
        "--set=weir.refresh-interval=1s",
        "--set=weir.security.basic.file="
            + new Identities(directory).passwords(List.of("viewer", "developer")),
        "--set=weir.access.operate=developer",
        "--set=weir.access.submit=developer"
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Chromium browser = Chromium.installed(directory);
    developer = page(browser, "developer", "v1");
    viewer = page(browser, "viewer", "clusters/embedded/v1/");
  }

  private static DevTools page(Chromium browser, String user, String path)
      throws IOException, InterruptedException {
    DevTools page = DevTools.start(browser);
    page.logIn(user, user + user);
    page.open(WEIR.baseUri().resolve(path).toString());
    page.awaitText("Available Task Slots");
    return page;
  }

  @AfterAll
  static void close() {
    if (developer != null) {
      developer.close();
    }
    if (viewer != null) {
      viewer.close();
    }
  }

  /** Flink's page itself throws these where one goes on before it has drawn what it left. */
  private static final List<String> FLINKS_OWN =
      List.of("Could not resolve relative length", "Cannot read properties of null");

  @AfterEach
  void nothingHasFailed() {
    assertThat(Stream.of(developer, viewer).flatMap(page -> page.troubles().stream()))
        .filteredOn(trouble -> FLINKS_OWN.stream().noneMatch(trouble::contains))
        .isEmpty();
  }

  /** Flink 2 drops the arguments that its own page sends. */
  @Test
  @Order(1)
  void aJarIsUploadedAndRunsWithTheArgumentsOfTheForm() {
    goTo(developer, "submit");
    developer.awaitText("Uploaded Jars");
    developer.choose("#upload-file", BuiltJars.examples().toString());
    developer.click("tr.clickable");
    developer.type("input[formcontrolname=entryClass]", STREAM);
    developer.type("input[formcontrolname=programArgs]", ARGUMENTS);
    developer.click("button", "Show Plan");
    developer.awaitText("Parallelism: 1");
    developer.click(".ant-drawer-close");
    developer.click("button", "Submit");

    developer.await("location.hash.startsWith('#/job/running/')");
    job = developer.evaluate("location.hash.split('/')[3]").asText();
    developer.awaitText("Checkpointed stream");
    assertThat(answer("jobs/" + job + "/config").at("/execution-config/user-config"))
        .isEqualTo(Json.parse("{\"rate\":\"50\",\"parallelism\":\"1\"}"));
  }

  /** Each page with the end of an address that it has to ask for. */
  @Test
  @Order(2)
  void everyPageOpens() {
    for (DevTools page : List.of(developer, viewer)) {
      visit(page, "overview", "applications/overview");
      visit(page, "application/running", "applications/overview");
      visit(page, "application/completed", "applications/overview");
      visit(page, "application/running/" + job + "/overview", "applications/" + job);
      visit(page, "application/running/" + job + "/exceptions", "/exceptions");
      visit(page, "job/running", "jobs/overview");
      visit(page, "job/completed", "jobs/overview");
      everyTabOfTheJob(page);
      visit(page, "task-manager", "/taskmanagers");
      visit(page, taskManager("metrics"), "/metrics");
      page.await("/Buffers[^]*Available\\s+\\d/.test(document.body.innerText)");
    }
  }

  private static void everyTabOfTheJob(DevTools page) {
    String vertices = "job/running/" + job + "/overview/";
    String vertex = answer("jobs/" + job).at("/vertices/0/id").asText();
    visit(page, "job/running/" + job + "/overview", "jobs/" + job);
    page.awaitText("Sums -> Nowhere");
    visit(page, vertices + vertex + "/detail", "jobs/" + job);
    page.awaitText("BackPressure");
    visit(page, vertices + vertex + "/subtasks", "vertices/" + vertex);
    visit(page, vertices + vertex + "/taskmanagers", "vertices/" + vertex + "/taskmanagers");
    visit(page, vertices + vertex + "/watermarks", "vertices/" + vertex + "/watermarks");
    visit(page, vertices + vertex + "/accumulators", "/accumulators");
    visit(page, vertices + vertex + "/backpressure", "/backpressure");
    visit(page, vertices + vertex + "/metrics", "vertices/" + vertex + "/metrics");
    visit(page, "job/running/" + job + "/exceptions", "/exceptions?maxExceptions=");
    visit(page, "job/running/" + job + "/dataskew", "jobs/" + job);
    visit(page, "job/running/" + job + "/timeline", "jobs/" + job);
    visit(page, "job/running/" + job + "/checkpoints", "/checkpoints/config");
    visit(page, "job/running/" + job + "/configuration", "/config");
  }

  @Test
  @Order(3)
  void everyPageWithLogsOpensForThoseWhoMayReadThem() {
    String vertex = answer("jobs/" + job).at("/vertices/0/id").asText();
    visit(developer, "job/running/" + job + "/overview/" + vertex + "/flamegraph", "/flamegraph?");
    visit(developer, taskManager("logs"), "/log");
    visit(developer, taskManager("stdout"), "/stdout");
    visit(developer, taskManager("log-list"), "/logs");
    visit(developer, taskManager("thread-dump"), "/thread-dump");
    visit(developer, taskManager("profiler"), "/profiler");
    visit(developer, "job-manager/metrics", "jobmanager/config");
    visit(developer, "job-manager/config", "jobmanager/environment");
    visit(developer, "job-manager/logs", "jobmanager/log");
    visit(developer, "job-manager/stdout", "jobmanager/stdout");
    visit(developer, "job-manager/log", "jobmanager/logs");
    visit(developer, "job-manager/thread-dump", "jobmanager/thread-dump");
    visit(developer, "job-manager/profiler", "jobmanager/profiler");
  }

  @Test
  @Order(4)
  void onlyThoseWhoMayOperateSeeTheButtonAndCancel() {
    for (DevTools page : List.of(developer, viewer)) {
      goTo(page, "job/running/" + job + "/overview");
      page.awaitText("Job State");
    }
    assertThat(text(viewer)).doesNotContain("Cancel Job", "Submit New Job");
    assertThat(text(developer)).contains("Submit New Job");

    developer.click("a", "Cancel Job");
    developer.click(".ant-popover button.ant-btn-primary", "Yes");

    developer.awaitText("CANCELED");
    viewer.awaitText("CANCELED");
  }

  /** The files are for those who may view, and the page's policy is of that page alone. */
  @Test
  @Order(5)
  void theAddressEndsInASlashAndThePageHasAPolicyOfItsOwn() {
    ClassicClient client = new ClassicClient(WEIR.baseUri());
    Map<String, String> credentials = Identities.basic("viewer", "viewerviewer");

    assertThat(client.get("/v1/").status()).isEqualTo(401);
    for (String below : List.of("", "/clusters/embedded")) {
      assertThat(client.send("GET", below + "/v1", credentials).header("Location")).contains("v1/");
      assertThat(client.send("GET", below + "/v1/", credentials).header("Content-Security-Policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("script-src 'self'").doesNotContain("eval"));
      Answer none = client.send("GET", below + "/v1/nothing.js", credentials);
      assertThat(none.status()).isEqualTo(404);
      assertThat(none.header("Content-Security-Policy"))
          .contains("default-src 'none'; frame-ancestors 'none'");
    }
    assertThat(client.send("GET", "/", credentials).text()).contains("href=\"v1/\"");
  }

  private static String taskManager(String tab) {
    return "task-manager/" + answer("taskmanagers").at("/taskmanagers/0/id").asText() + "/" + tab;
  }

  private static JsonNode answer(String path) {
    return developer.evaluate("fetch('%s').then(answer => answer.json())".formatted(path));
  }

  private static String text(DevTools page) {
    return page.evaluate("document.body.innerText").asText();
  }

  private static void visit(DevTools page, String hash, String asked) {
    page.evaluate("performance.clearResourceTimings()");
    goTo(page, hash);
    page.await(
        "performance.getEntriesByType('resource').some(one => one.responseStatus === 200 && %s)"
            .formatted(
                asked.endsWith("?") || asked.endsWith("=")
                    ? "one.name.includes(" + DevTools.quoted(asked) + ")"
                    : "one.name.split('?')[0].endsWith(" + DevTools.quoted(asked) + ")"));
  }

  private static void goTo(DevTools page, String hash) {
    page.evaluate("location.hash = " + DevTools.quoted("#/" + hash));
  }
}
