// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.Answer;
import dev.weir.testing.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the captures do not show of the calls that end a job. */
final class CancelChecks {
  private static final String UNKNOWN = "/jobs/ffffffffffffffffffffffffffffffff";

  private final LiveCluster cluster;
  private final Differences differences;
  private final String directory;

  /**
   * Makes the checks.
   *
   * @param directory some directory as it is sent in an address
   */
  CancelChecks(LiveCluster cluster, Differences differences, String directory) {
    this.cluster = requireNonNull(cluster);
    this.differences = requireNonNull(differences);
    this.directory = requireNonNull(directory);
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("a job that has finished or failed cannot be cancelled", this::ended),
        dynamicTest("a job that has ended cannot be stopped", this::stopped),
        dynamicTest("a job that does not exist cannot be ended in any way", this::unknown),
        dynamicTest("the same request id while a savepoint is under way", this::sameRequest),
        dynamicTest("what changes something by GET does so by POST", this::post));
  }

  private void ended() {
    for (JobKind kind : List.of(JobKind.FINISHED, JobKind.FAILED)) {
      refused(409, "DELETE", path(kind) + "/cancel");
      refused(409, "GET", path(kind) + "/yarn-cancel");
      refused(409, "GET", path(kind) + "/cancel-with-savepoint");
    }
    differences.meet("cancel-of-an-ended-job");
    Answer again = cluster.client().delete(path(JobKind.CANCELED) + "/cancel");
    assertThat(again.status()).as("%s", again).isEqualTo(200);
  }

  private void stopped() {
    refused(409, "DELETE", path(JobKind.FINISHED) + "/stop");
    refused(409, "GET", path(JobKind.CANCELED) + "/yarn-stop");
  }

  private void unknown() {
    refused(404, "GET", UNKNOWN + "/yarn-cancel");
    refused(404, "DELETE", UNKNOWN + "/stop");
    refused(404, "GET", UNKNOWN + "/yarn-stop");
    refused(404, "GET", UNKNOWN + "/cancel-with-savepoint/");
    refused(404, "GET", UNKNOWN + "/cancel-with-savepoint/target-directory/" + directory);
  }

  /** 1.3 has one request a job under way; asking again joins it. */
  private void sameRequest() {
    String job = cluster.run(LiveCluster.CHECKPOINTED_STREAM, "");
    cluster.reader().awaitRunning(job);
    Answer first = cluster.client().get("/jobs/" + job + "/cancel-with-savepoint");
    Answer second = cluster.client().get("/jobs/" + job + "/cancel-with-savepoint");
    assertThat(first.status()).as("%s", first).isEqualTo(202);
    String location = cluster.progressOf(first);
    assertThat(cluster.awaitProgress(location).status()).isEqualTo(201);
    // The first may be done by the time of the second, which then comes too late.
    assertThat(second.status()).as("%s", second).isIn(202, 409);
    if (second.status() == 202) {
      assertThat(second.json()).isEqualTo(first.json());
    }
  }

  private void post() {
    String job = cluster.run(LiveCluster.CHECKPOINTED_STREAM, "");
    cluster.reader().awaitRunning(job);
    Answer accepted = cluster.client().post("/jobs/" + job + "/cancel-with-savepoint");
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
    Answer done = cluster.awaitProgress(cluster.progressOf(accepted));
    assertThat(done.status()).as("%s", done).isEqualTo(201);
    cluster.reader().awaitState(job, "CANCELED");
    Answer again = cluster.client().post("/jobs/" + job + "/cancel");
    assertThat(again.status()).as("%s", again).isEqualTo(200);
  }

  private void refused(int status, String method, String path) {
    Answer answer = cluster.client().send(method, path, Map.of());
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(Problems.in(answer)).as("%s", answer).isEmpty();
  }

  private String path(JobKind kind) {
    return "/jobs/" + cluster.job(kind);
  }
}
