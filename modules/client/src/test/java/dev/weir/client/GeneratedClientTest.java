// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import static dev.weir.client.StubServer.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.client.api.ClusterApi;
import dev.weir.client.api.JarsApi;
import dev.weir.client.api.JobManagerApi;
import dev.weir.client.api.JobsApi;
import dev.weir.client.model.JarUpload.StatusEnum;
import dev.weir.client.model.Problem;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generated code sends and reads, and what is done to it after it is generated. */
class GeneratedClientTest {
  private final StubServer server = new StubServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anUploadIsAFormWithTheFileAndItsLength(@TempDir Path directory) throws Exception {
    Path jar = Files.writeString(directory.resolve("mein \"Job\".jar"), "content");
    server.then(200, JSON, "{\"status\":\"success\",\"filename\":\"x.jar\"}");

    assertThat(new JarsApi(server.client()).uploadJar(jar.toFile()).getStatus())
        .isEqualTo(StatusEnum.SUCCESS);

    StubServer.Seen seen = server.seen().get(0);
    assertThat(seen.line()).isEqualTo("POST /jars/upload");
    assertThat(seen.contentType()).startsWith("multipart/form-data; boundary=");
    assertThat(seen.contentLength()).isEqualTo(String.valueOf(seen.body().length()));
    String boundary = seen.contentType().substring(seen.contentType().indexOf('=') + 1);
    assertThat(seen.body())
        .isEqualTo(
            ("--%s\r\n"
                    + "Content-Disposition: form-data; name=\"jarfile\";"
                    + " filename=\"mein %%22Job%%22.jar\"\r\n"
                    + "Content-Type: application/java-archive\r\n"
                    + "\r\n"
                    + "content\r\n"
                    + "--%s--\r\n")
                .formatted(boundary, boundary));
  }

  @Test
  void aFileThatIsNotThereIsNotSent(@TempDir Path directory) {
    assertThatThrownBy(
            () -> new JarsApi(server.client()).uploadJar(directory.resolve("nothing.jar").toFile()))
        .isInstanceOf(ApiException.class)
        .hasCauseInstanceOf(FileNotFoundException.class);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void metricsAreAskedForByNamesApartByCommas() throws Exception {
    server.then(200, JSON, "[]");

    new JobManagerApi(server.client()).getJobManagerMetrics(List.of("a", "b"));

    assertThat(server.seen().get(0).line()).isEqualTo("GET /jobmanager/metrics?get=a%2Cb");
  }

  @Test
  void argumentsAreSentOneByOne() throws Exception {
    server.then(200, JSON, "{\"jobid\":\"" + "0".repeat(32) + "\"}");

    new JarsApi(server.client())
        .runJar("a.jar", null, List.of("--mode", "batch"), "A", 2, null, null, null);

    assertThat(server.seen().get(0).line())
        .contains("programArg=--mode&programArg=batch")
        .contains("entry-class=A")
        .contains("parallelism=2")
        .doesNotContain("savepointPath");
  }

  @Test
  void textIsReadAsUtf8WhateverThePlatformHas() throws Exception {
    server.then(200, JSON, "[{\"id\":\"größe ✓\"}]");

    assertThat(new JobManagerApi(server.client()).getJobManagerMetrics(List.of()))
        .singleElement()
        .satisfies(metric -> assertThat(metric.getId()).isEqualTo("größe ✓"));
  }

  @Test
  void largeNumbersAreWhole() throws Exception {
    server.then(
        200, JSON, "{\"taskmanagers\":[{\"id\":\"a\",\"physicalMemory\":9007199254740993}]}");

    assertThat(
            new dev.weir.client.api.TaskManagersApi(server.client())
                .listTaskManagers()
                .getTaskmanagers()
                .get(0)
                .getPhysicalMemory())
        .isEqualTo(9007199254740993L);
  }

  @Test
  void anErrorCarriesTheProblem() {
    server.thenProblem(404, "No such job.");

    ApiException refused =
        catchThrowableOfType(
            ApiException.class, () -> new JobsApi(server.client()).getJob("0".repeat(32)));

    Problem problem = refused.problem().orElseThrow();
    assertThat(refused.getCode()).isEqualTo(404);
    assertThat(problem.getStatus()).isEqualTo(404);
    assertThat(problem.getDetail()).isEqualTo("No such job.").isEqualTo(problem.getError());
    assertThat(problem.getId()).isNull();
  }

  @Test
  void theErrorPageOfAProxyIsNoProblem() {
    server.then(502, "text/html", "<h1>Bad Gateway</h1>");

    ApiException refused =
        catchThrowableOfType(
            ApiException.class, () -> new ClusterApi(server.client()).getOverview());

    assertThat(refused.getCode()).isEqualTo(502);
    assertThat(refused.problem()).isEmpty();
    assertThat(refused.getResponseBody()).contains("Bad Gateway");
  }

  @Test
  void aServerThatIsNotThereIsAnErrorWithoutAStatus() {
    ApiClient nowhere = new ApiClient();
    nowhere.updateBaseUri("http://127.0.0.1:1");

    ApiException failed =
        catchThrowableOfType(ApiException.class, () -> new ClusterApi(nowhere).getOverview());

    assertThat(failed.getCode()).isZero();
    assertThat(failed.problem()).isEmpty();
    assertThat(failed).hasCauseInstanceOf(java.io.IOException.class);
  }
}
