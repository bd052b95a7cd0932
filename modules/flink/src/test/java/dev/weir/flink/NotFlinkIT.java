// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.http.FlinkClient;
import dev.weir.flink.json.FlinkJson;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands at a cluster's address and is not Flink, or is no Flink of today. */
class NotFlinkIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @RegisterExtension private final StubServer server = new StubServer();

  private FlinkClient client;

  @BeforeEach
  void ask() {
    client = server.client(LONG);
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {}",
        "200 | null",
        "200 | []",
        "200 | <html>It works!</html>",
        "200 | {\"flink-version\":null}",
        "404 | default backend - 404",
        "404 | {}",
        "404 | {\"errors\":[\"Not found: /overview\"]}",
        "404 | {\"errors\":[\"There is none.\"]}",
        "400 | <html>400</html>",
        "403 | {\"errors\":[\"No.\"]}",
        "500 | {\"errors\":[\"Internal server error.\"]}",
      })
  void itIsNoClusterWhateverItsStatus(int status, String body) {
    answer("/", status, body);

    assertThatThrownBy(
            () -> client.probe("/overview", FlinkJson.reader(ClusterOverview.class)).join())
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER));
    assertThat(client.contact().lost()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"404 | default backend - 404", "200 | {}", "404 | {\"errors\":[\"Not found: /x\"]}"})
  void noJobIsGoneForThat(int status, String body) {
    answer("/", status, body);

    assertThatThrownBy(() -> JobDocuments.details(new JobId(ID)).read(client).join())
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER));
  }

  @Test
  void whereOneJobHasNoStatusItIsLookedForAmongAll() {
    answer("/jobs/" + ID, 404, "{\"errors\":[\"Not found: /jobs/" + ID + "/status\"]}");
    answer("/jobs", 200, "{\"jobs\":[{\"id\":\"" + ID + "\",\"status\":\"RUNNING\"}]}");

    assertThat(client.status(new JobId(ID)).join()).isEqualTo(JobState.RUNNING);
  }
}
