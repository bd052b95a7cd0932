// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          "rest.flamegraph.enabled: true\nrest.profiling.enabled: true\n"
              + "metrics.fetcher.update-interval: 1000\n");
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

  @AfterEach
  void nothingHasFailed() {
    assertThat(developer.troubles()).isEmpty();
    assertThat(viewer.troubles()).isEmpty();
  }

  /** Flink 2 drops the arguments that its own page sends. */
  @Test
  @Order(1)
  void aJarIsUploadedAndRunsWithTheArgumentsOfTheForm() {
    goTo(developer, "submit");
    developer.awaitText("Uploaded Jars");
    developer.choose("#upload-file", BuiltJars.examples().toString());
    developer.click("td", "weir-examples.jar");
    developer.type("input[formcontrolname=entryClass]", STREAM);
    developer.type("input[formcontrolname=programArgs]", ARGUMENTS);
    developer.click("button", "Show Plan");
    developer.await("document.querySelectorAll('.ant-drawer-open svg g.node, .ant-drawer-open flink-node').length > 1");
    developer.click(".ant-drawer-close");
    developer.click("button", "Submit");

    developer.await("location.hash.startsWith('#/job/running/')");
    job = developer.evaluate("location.hash.split('/')[3]").asText();
    developer.awaitText("RUNNING");
    assertThat(
            developer
                .evaluate(
                    "fetch('jobs/%s/config').then(a => a.json()).then(a => a['execution-config']['user-config'].rate)"
                        .formatted(job))
                .asText())
        .isEqualTo("50");
  }

  @Test
  @Order(2)
  void everyPageAboutJobsOpensForThoseWhoMayOperateAndForThoseWhoMayView() {
    for (DevTools page : List.of(developer, viewer)) {
      goTo(page, "overview");
      page.awaitText("Checkpointed stream");
      for (String list : List.of("application/running", "application/completed", "job/running", "job/completed")) {
        goTo(page, list);
        page.awaitText(list.endsWith("running") ? "Running" : "Completed");
      }
      goTo(page, "job/running/" + job + "/overview");
      page.await("document.querySelectorAll('svg g.node, flink-node').length > 1");
      for (String tab : List.of("exceptions", "dataskew", "timeline", "checkpoints", "configuration")) {
        goTo(page, "job/running/" + job + "/" + tab);
      }
    }
  }

  private static void goTo(DevTools page, String hash) {
    page.evaluate("location.hash = " + DevTools.quoted("#/" + hash));
  }
}
