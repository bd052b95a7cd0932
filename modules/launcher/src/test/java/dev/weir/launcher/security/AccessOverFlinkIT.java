// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.weir.client.ApiClient;
import dev.weir.client.ApiException;
import dev.weir.client.Credentials;
import dev.weir.client.JobWatch;
import dev.weir.client.api.JarsApi;
import dev.weir.client.api.JobControlApi;
import dev.weir.client.api.JobsApi;
import dev.weir.client.model.JobState;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Json;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar over its embedded Flink, and Java clients that may do more and less. */
@Timeout(180)
class AccessOverFlinkIT {
  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final List<String> USERS = List.of("viewer", "operator", "developer");

  @TempDir private static Path directory;
  private static Identities identities;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(() -> WeirProcess.launch().arguments(arguments()));

  private static String[] arguments() {
    identities = new Identities(directory);
    try {
      return new String[] {
        "--set=weir.security.basic.file=" + identities.passwords(USERS),
        "--set=weir.security.token.file=" + identities.tokens(USERS),
        "--set=weir.audit.file=" + directory.resolve("audit.log"),
        "--set=weir.access.operate=operator",
        "--set=weir.access.submit=developer",
        "--set=weir.log.level=debug"
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApiClient client(Consumer<HttpRequest.Builder> credentials) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(WEIR.baseUri().toString().replaceFirst("/$", ""));
    client.setRequestInterceptor(credentials);
    return client;
  }

  private static ApiClient byPassword(String user) {
    return client(Credentials.basic(user, user + user));
  }

  private static ApiClient byToken(String user) {
    return client(Credentials.bearer(() -> identities.token(user)));
  }

  private static int status(ThrowingRunnable call) {
    return catchThrowableOfType(ApiException.class, call::run).getCode();
  }

  @Test
  void whoMayViewCannotEndAJobAndWhoMayOperateCan() throws Exception {
    assertThat(status(() -> new JobsApi(client(request -> {})).listJobs())).isEqualTo(401);
    assertThat(status(() -> new JarsApi(byToken("operator")).listJars())).isEqualTo(403);
    JarsApi jars = new JarsApi(byPassword("developer"));
    String jar = jars.uploadJar(BuiltJars.examples().toFile()).getFilename();
    String stream = "dev.weir.examples.CheckpointedStream";
    String job = jars.runJar(jar, null, List.of(), stream, null, null, null, null).getJobid();
    JobsApi viewed = new JobsApi(byPassword("viewer"));
    await().atMost(DEADLINE).until(() -> viewed.getJob(job).getState() == JobState.RUNNING);

    for (ApiClient viewer : List.of(byPassword("viewer"), byToken("viewer"))) {
      ApiException refusal =
          catchThrowableOfType(
              ApiException.class, () -> new JobControlApi(viewer).cancelJobByGet(job));
      assertThat(refusal.getCode()).isEqualTo(403);
      assertThat(refusal.problem().orElseThrow().getDetail())
          .isEqualTo(
              "This needs the access level operate on cluster embedded; viewer has view there.");
    }
    assertThat(viewed.getJob(job).getState()).isEqualTo(JobState.RUNNING);

    new JobControlApi(byToken("operator")).cancelJob(job);

    assertThat(new JobWatch(byToken("viewer")).awaitEnd(job, DEADLINE, now -> {}).getState())
        .isEqualTo(JobState.CANCELED);
    assertThat(Files.readAllLines(directory.resolve("audit.log")))
        .filteredOn(line -> line.contains("\"job\":\"" + job))
        .extracting(
            line -> Json.parse(line).get("user").asText(),
            line -> Json.parse(line).get("authentication").asText(),
            line -> Json.parse(line).get("event").asText())
        .containsExactly(
            tuple("viewer", "BASIC", "refused"),
            tuple("viewer", "TOKEN", "refused"),
            tuple("operator", "TOKEN", "asked"),
            tuple("operator", "TOKEN", "done"));
    assertThat(WEIR.process().output())
        .doesNotContain(identities.token("viewer"))
        .doesNotContain("viewerviewer");
  }

  /** What somebody else was just given is no more for those who may not have it. */
  @Test
  void anAnswerThatIsKeptIsGivenOnlyToThoseWhoMay() {
    ClassicClient classic = new ClassicClient(WEIR.baseUri());
    String config = "/jobmanager/config";

    for (int i = 0; i < 3; i++) {
      assertThat(
              classic
                  .send("GET", config, Identities.basic("developer", "developerdeveloper"))
                  .status())
          .isEqualTo(200);
      assertThat(classic.send("GET", config, Identities.basic("viewer", "viewerviewer")).status())
          .isEqualTo(403);
      assertThat(classic.get(config).status()).isEqualTo(401);
    }
  }
}
