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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
 * The web dashboard of Flink 1.3.2, as it is, in a browser: every page and every action, failing
 * ones too. Nothing that it asks for may fail, and none of its scripts.
 */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class ClassicDashboardIT {
  private static final String EXAMPLES = "dev.weir.examples.";

  /** What its script says where it has let go of the job, to ask for it again. */
  private static final Pattern OWN_FAULT =
      Pattern.compile(
          "properties of null \\((reading 'jid'|reading 'vertices'|setting 'exceptions')\\)");

  @TempDir private static Path directory;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments("--conf-dir", configuration().toString())
                  .arguments("--set", "weir.classic.errors=1.3")
                  .arguments("--set", "weir.classic.accumulators=plain"));

  private static ClassicDashboard dashboard;
  private static DevTools page;

  /** Pages ask again after a second, and so are metrics asked for; usual are 3 and 10. */
  private static Path configuration() {
    try {
      return Files.writeString(
              directory.resolve("flink-conf.yaml"),
              "web.refresh-interval: 1000\nmetrics.fetcher.update-interval: 1000\n")
          .getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Chromium browser = Chromium.installed(directory);
    dashboard = ClassicDashboard.before(WEIR.baseUri());
    page = DevTools.start(browser);
    page.open(dashboard.address() + "/");
    page.awaitText("Total Jobs");
  }

  @AfterAll
  static void close() {
    if (page != null) {
      page.close();
      dashboard.close();
    }
  }

  @AfterEach
  void nothingHasFailed() {
    assertThat(page.troubles()).filteredOn(one -> !OWN_FAULT.matcher(one).find()).isEmpty();
  }

  @Test
  @Order(1)
  void anUploadWorksAndOneThatFailsSaysWhy() throws IOException {
    goTo("submit");
    page.awaitText("Uploaded Jars");

    upload(Files.writeString(directory.resolve("notes.txt"), "No jar."));
    page.await("document.querySelector('#add-file-status .error-area').innerText.length > 10");
    upload(BuiltJars.examples());
    page.awaitText("Uploaded!");

    page.click("span[ng-click*=loadEntryClass]", EXAMPLES + "WordCount");
  }

  private static void upload(Path file) {
    page.click("#add-file-button span");
    page.choose("#add-file-button input", file.toString());
    page.click("#add-file-status .btn-success");
  }

  @Test
  @Order(2)
  void whatCannotBePlannedOrRunSaysWhyAndCanBeTriedAgain() {
    page.click(".fa-square-o");
    page.type("input[title='Entry Class']", "NoSuch");
    page.click("#fetch-plan");
    page.await("document.querySelector('#content-inner pre')?.innerText.includes('NoSuch')");
    page.click("#job-submit", "Submit");
    page.await("document.querySelector('#job-submit').innerText === 'Submit'");
    page.awaitText("NoSuch");

    page.type("input[title='Parallelism']", "many");
    page.click("#job-submit", "Submit");

    page.await("document.querySelector('#content-inner pre')?.innerText.includes('many')");
    page.await("document.querySelector('#job-submit').innerText === 'Submit'");
    page.type("input[title='Parallelism']", "");
  }

  @Test
  @Order(3)
  void aPlanIsDrawnWithItsOperatorsInAChain() {
    page.type("input[title='Entry Class']", EXAMPLES + "CheckpointedStream");
    page.click("#fetch-plan", "Show Plan");

    page.await("document.querySelectorAll('svg.graph g.node').length >= 2");
    assertThat(page.evaluate("document.querySelector('svg.graph').textContent").asText())
        .contains("->")
        .doesNotContain("br/", "+-");
  }

  @Test
  @Order(4)
  void jobsCanBeRun() {
    run("WordCount", "--mode batch");
    page.awaitText("FINISHED");
    run("FailingStream", "");
    page.awaitText("FAILED");
    run("CheckpointedStream", "");
    page.awaitText("RUNNING");
  }

  private static void run(String program, String arguments) {
    goTo("overview");
    page.awaitText("Total Jobs");
    goTo("submit");
    page.click(".fa-square-o");
    page.type("input[title='Entry Class']", EXAMPLES + program);
    page.type("input[title='Program Arguments']", arguments);
    page.click("#job-submit", "Submit");
    page.await("location.hash.startsWith('#/jobs/')");
    page.await("document.querySelector('.job-id')?.innerText === location.hash.split('/')[2]");
  }

  @Test
  @Order(5)
  void theOverviewAndTheListsShowTheJobs() {
    goTo("overview");
    page.await("document.querySelectorAll('tr[ui-sref]').length === 3");
    goTo("running-jobs");
    page.await("document.querySelectorAll('tr[ui-sref]').length === 1");
    goTo("completed-jobs");
    page.await("document.querySelectorAll('tr[ui-sref]').length === 2");
  }

  @Test
  @Order(6)
  void everyPageOfARunningJobHasItsContent() {
    String job = "jobs/" + job("running");
    goTo(job);
    page.await("document.querySelectorAll('svg.graph g.node').length >= 2");
    page.click("#node-details tbody[ng-repeat] tr");
    page.await("document.querySelectorAll('#node-details table table tbody tr').length > 0");
    page.click("#job-panel .nav a", "Subtasks by TaskManager");
    page.await("document.querySelector('#node-details table table tbody tr')");
    page.await(
        "fetch('%s/vertices/' + %s + '/metrics').then(a => a.json()).then(a => a.length > 0)"
            .formatted(job, "angular.element(document.querySelector('#canvas')).scope().nodeid"));
    page.click("#job-panel .nav a", "Task Metrics");
    page.click(".metric-menu a", "0.numRecordsOut");
    page.await("document.querySelector('.panel-metric svg')");
    page.click("#job-panel .nav a", "Watermarks");
    page.awaitText("Low Watermark");
    page.repeatedly(
        () -> {
          page.click("#job-panel .nav a", "Watermarks");
          page.click("#job-panel .nav a", "Back Pressure");
        },
        "document.querySelector('#node-details').innerText.includes('OK')");
    goTo(job + "/timeline");
    page.click("svg.timeline rect[class*=timelineSeries_1]");
    page.await("document.querySelectorAll('svg.timeline.secondary rect').length > 0");
    goTo(job + "/exceptions");
    page.await("document.querySelector('#details')");
    goTo(job + "/config");
    page.awaitText("PIPELINED");
  }

  @Test
  @Order(7)
  void everyPageAboutCheckpointsHasItsContentAndOneThatIsGoneIsSaidToBe() {
    String checkpoints = "jobs/" + job("running") + "/checkpoints/";
    page.await(
        "fetch('jobs/%s/checkpoints').then(a => a.json()).then(a => a.counts.completed > 0)"
            .formatted(job("running")));
    goTo(checkpoints + "overview");
    page.awaitText("Completion Time");
    goTo(checkpoints + "history");
    page.await("document.querySelector('#checkpoints-view td .fa-check')");
    goTo(checkpoints + "summary");
    page.awaitText("Maximum");
    goTo(checkpoints + "config");
    page.awaitText("Exactly Once");
    goTo(checkpoints + "history");
    page.click("#checkpoints-view td a.btn");
    page.awaitText("Details for Checkpoint");
    page.awaitText("Acknowledged");
    goTo(checkpoints + "details/999999");
    page.awaitText("Unknown or expired checkpoint ID.");
  }

  @Test
  @Order(8)
  void anEndedJobShowsItsAccumulatorsAndAFailedOneWhy() {
    String job = job("finished");
    goTo("jobs/" + job + "/accumulators");
    page.await("document.querySelectorAll('#node-details tbody tr').length > 1");
    page.evaluate(
        """
        Promise.all([...document.querySelectorAll('#node-details tbody')].map(async one => {
          const id = angular.element(one).scope().v.id;
          if (id) {
            const found = await fetch('jobs/%s/vertices/' + id + '/accumulators');
            if ((await found.json())['user-accumulators'].length > 0) one.click();
          }
        })).then(done => 'clicked')
        """
            .formatted(job));
    page.awaitText("LongCounter");
    assertThat(page.evaluate("document.querySelector('#node-details').innerText").asText())
        .doesNotContainPattern("LongCounter \\d");
    String failed = "jobs/" + job("failed");
    page.repeatedly(
        () -> {
          goTo(failed + "/config");
          page.awaitText("Execution mode");
          goTo(failed + "/exceptions");
        },
        "document.querySelector('pre.exception')?.innerText.includes('Exception')");
  }

  @Test
  @Order(9)
  void processesShowTheirMetricsLogsAndConfiguration() {
    goTo("taskmanagers");
    page.click("tr[ui-sref]");
    page.awaitText("Garbage Collection");
    page.click(".nav-tabs a", "Logs");
    page.await("document.querySelector('pre')?.innerText.length > 100");
    page.click(".nav-tabs a", "Stdout");
    page.await("document.querySelector('pre')");
    goTo("jobmanager/config");
    page.await("document.querySelectorAll('#content-inner tbody tr').length > 3");
    goTo("jobmanager/log");
    page.await("document.querySelector('pre')?.innerText.length > 100");
    goTo("jobmanager/stdout");
    page.await("document.querySelector('pre')");
  }

  @Test
  @Order(10)
  void aJobIsCancelledByItsButton() {
    String job = job("running");
    goTo("jobs/" + job);
    page.click("span[ng-click*=cancelJob]", "Cancel");

    page.await("document.querySelector('.indicator[title=CANCELED]')");
    for (String what : List.of("cancel", "stop")) {
      assertThat(answer("jobs/" + job + "/yarn-" + what)).isEqualTo("200 {}");
    }
  }

  @Test
  @Order(11)
  void aJarIsRemovedAndOneThatIsGoneSaysSo() {
    goTo("submit");
    page.await("document.querySelector('.fa-remove')");
    // At once, before the list is asked for again.
    page.evaluate(
        """
        (() => {
          const jar = angular.element(document.querySelector('.fa-remove')).scope().jar.id;
          const gone = new XMLHttpRequest();
          gone.open('DELETE', 'jars/' + encodeURIComponent(jar), false);
          gone.send();
          document.querySelector('.fa-remove').click();
        })()
        """);

    page.awaitDialog();
    page.await("document.querySelector('.fa-remove') === null");
  }

  @Test
  @Order(12)
  void whereNothingMayBeSubmittedThePageSaysSo() throws Exception {
    try (InProcess weir =
            InProcess.start(Map.of("weir.classic.errors", "1.3", "weir.submit.enabled", "false"));
        ClassicDashboard other = ClassicDashboard.before(weir.address());
        DevTools further = DevTools.start(Chromium.installed(directory))) {
      further.open(other.address() + "/#/submit");

      further.awaitText("weir.submit.enabled");
    }
  }

  private static void goTo(String hash) {
    page.evaluate("location.hash = " + DevTools.quoted("#/" + hash));
  }

  private static String job(String state) {
    String one =
        state.equals("running") ? "a.running[0]" : "a.finished.find(j => j.state === '%s')";
    return page.evaluate(
            "fetch('joboverview').then(a => a.json()).then(a => %s.jid)"
                .formatted(one.formatted(state.toUpperCase(Locale.ROOT))))
        .asText();
  }

  private static String answer(String path) {
    return page.evaluate(
            "fetch('%s').then(async a => a.status + ' ' + await a.text())".formatted(path))
        .asText();
  }
}
