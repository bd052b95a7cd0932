// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Multipart;
import dev.weir.testing.Problems;
import dev.weir.testing.contract.FuzzedRequests;
import dev.weir.testing.contract.FuzzedRequests.Fuzzed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Whatever a server is sent, it answers with a clear refusal that gives nothing away, goes on
 * serving, and keeps nothing.
 *
 * <p>A subclass names a server whose cluster has two free slots.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class HostileInput {
  private static final int RANDOM_TARGETS = 400;
  private static final long FUZZ_SEED = 20_261_123;
  private static final int FUZZED_EACH = 40;
  private static final Duration UPLOAD_DELETED_WITHIN = Duration.ofSeconds(10);

  /** Jars, and what the parts of a form are kept in while it is read. */
  private static final Pattern UPLOAD = Pattern.compile(".*\\.(jar|tmp)|upload.*|MIME.*|.*evil.*");

  private static final Set<Integer> TOO_LONG = Set.of(400, 404, 413, 414, 431);

  private ClassicClient client;
  private RunningJob job;
  private Set<String> kept;

  /** Where the server listens; asked when it has to be there. */
  protected abstract URI baseUri();

  /** Where the server and its cluster keep their files, temporary ones too. */
  protected abstract Path directory();

  /** The jar of the examples. */
  protected Path examplesJar() {
    return BuiltJars.examples();
  }

  @BeforeAll
  void runAJob() throws IOException {
    client = new ClassicClient(baseUri());
    job = RunningJob.start(client, examplesJar());
    kept = kept();
  }

  @TestFactory
  Stream<DynamicTest> malformedAndUnknownIdsAreRefused() {
    return HostileRequest.ids(job).stream().map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> numbersOutOfRangeAreRefused() {
    return HostileRequest.numbers(job).stream().map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> tricksWithPathsAreRefused() {
    return HostileRequest.tricks(job).stream().map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> filesOfTheServerAreNotRead() {
    return HostileRequest.fileReads().stream().map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> malformedParametersAreRefused() {
    return HostileRequest.parameters(job).stream().map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> longRequestsAreRefused() {
    return Stream.of(10_000, 500_000)
        .flatMap(
            length ->
                Stream.of(
                    tooLong("/jobs/" + "a".repeat(length)),
                    tooLong("/a".repeat(length / 2)),
                    tooLong("/jobs/" + job.id() + "x?get=" + "a,".repeat(length / 2))));
  }

  @Test
  void headersWithoutEndAreRefused() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 0; i < 5_000; i++) {
      headers.put("X-" + i, "x".repeat(50));
    }
    refused(client.raw("GET", "/overview", headers, new byte[0]), TOO_LONG);
  }

  @TestFactory
  Stream<DynamicTest> lengthsThatAreNoneAreRefused() {
    return Stream.of("abc", "-1", "99999999999999999999")
        .map(
            length ->
                dynamicTest(
                    "Content-Length: " + length,
                    () ->
                        refused(
                            client.raw(
                                "POST",
                                "/jars/upload",
                                Map.of(
                                    "Content-Length",
                                    length,
                                    "Content-Type",
                                    Multipart.contentType()),
                                new byte[0]),
                            Set.of(400, 413))));
  }

  @TestFactory
  Stream<DynamicTest> wrongMethodsAreRefused() {
    return new WrongMethods(client, job).tests();
  }

  @TestFactory
  Stream<DynamicTest> uploadsThatAreNotJarsAreRefused() {
    return HostileUpload.all().stream()
        .map(upload -> dynamicTest(upload.name(), () -> refused(send(upload), Set.of(400, 415))));
  }

  @TestFactory
  Stream<DynamicTest> uploadsThatAreNotFormsAreRefused() {
    return HostileUpload.ofOtherTypes().stream()
        .map(upload -> dynamicTest(upload.name(), () -> refused(send(upload), Set.of(400, 415))));
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    byte[] body = HostileUpload.file("x.jar", HostileUpload.jar());
    Answer answer =
        client.rawThatBreaksOff(
            "POST",
            "/jars/upload",
            Map.of(
                "Content-Type", Multipart.contentType(),
                "Content-Length", String.valueOf(body.length * 2)),
            body);
    // The client is gone; an answer is a courtesy.
    if (answer.status() != 0) {
      assertThat(answer.status()).as("%s", answer).isIn(400, 408);
      assertThat(Problems.in(answer)).as("%s", answer).isEmpty();
    }
    // The server learns of the end, and deletes the file, after the client has gone.
    await().atMost(UPLOAD_DELETED_WITHIN).untilAsserted(() -> assertThat(newlyKept()).isEmpty());
    serves();
  }

  /** What is taken under a name that is a path has no more than the last part of it. */
  @TestFactory
  Stream<DynamicTest> namesOfUploadsAreNoPaths() {
    return HostileUpload.pathNames().stream().map(name -> dynamicTest(name, () -> upload(name)));
  }

  @TestFactory
  Stream<DynamicTest> randomTargetsAreNeverTooMuch() {
    RandomTargets targets = new RandomTargets(List.of(job.id(), job.vertex(), job.jar()));
    return targets.stream()
        .limit(RANDOM_TARGETS)
        .map(
            target ->
                dynamicTest(
                    "GET " + target,
                    () -> {
                      Answer answer = client.raw("GET", target);
                      assertThat(answer.status()).as("%s", answer).isBetween(200, 499);
                      if (answer.status() >= 400) {
                        refused(answer, Set.of(answer.status()));
                      }
                    }));
  }

  /** The seed is in what is said of a failure, and always the same. */
  @Test
  void anythingInAnyPlaceIsAnsweredAsDescribed() throws IOException {
    FuzzedRequests requests =
        new FuzzedRequests(FUZZ_SEED, List.of(job.id(), job.vertex(), job.jar()));
    for (Fuzzed one : requests.stream(FUZZED_EACH).toList()) {
      Answer answer =
          client.raw(one.method(), one.target(), Map.of("Content-Length", "0"), new byte[0]);
      assertThat(answer.status()).as("seed %d: %s", FUZZ_SEED, answer).isBetween(200, 499);
      if (answer.status() >= 400) {
        assertThat(Problems.in(answer)).as("seed %d: %s", FUZZ_SEED, answer).isEmpty();
      }
    }
    serves();
  }

  private void upload(String name) throws IOException {
    Answer answer = client.upload(HostileUpload.file(name, HostileUpload.jar()));
    if (answer.status() != 200) {
      refused(answer, Set.of(400, 415));
      return;
    }
    String id = answer.json().path("filename").asText();
    kept = kept();
    assertThat(id)
        .as("%s", answer)
        .matches("[0-9a-f-]{36}_[^/\\\\\\p{Cntrl}]*\\.jar")
        .hasSizeLessThanOrEqualTo(255);
    Answer removed =
        client.raw(
            "DELETE", "/jars/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    assertThat(removed.status()).as("%s", removed).isEqualTo(200);
    assertThat(kept()).allMatch(file -> !file.contains(id));
    serves();
  }

  private Answer send(HostileUpload upload) {
    return client.raw(
        "POST",
        "/jars/upload",
        Map.of(
            "Content-Type", upload.contentType(),
            "Content-Length", String.valueOf(upload.body().length)),
        upload.body());
  }

  private DynamicTest tooLong(String target) {
    return dynamicTest(
        target.length() + " bytes, " + target.substring(0, 10),
        () -> refused(client.raw("GET", target), TOO_LONG));
  }

  private DynamicTest refused(HostileRequest request) {
    String target = request.target();
    String shown = target.length() <= 150 ? target : target.substring(0, 150) + "…";
    return dynamicTest(
        request.method() + " " + shown,
        () ->
            refused(
                client.raw(request.method(), target, Map.of("Content-Length", "0"), new byte[0]),
                request.statuses()));
  }

  private void refused(Answer answer, Set<Integer> statuses) throws IOException {
    assertThat(answer.status()).as("%s", answer).isIn(statuses);
    assertThat(Problems.in(answer)).as("%s", answer).isEmpty();
    serves();
  }

  /** The server goes on, and has kept nothing of what it refused. */
  private void serves() throws IOException {
    Answer overview = client.get("/overview");
    assertThat(overview.status()).as("%s", overview).isEqualTo(200);
    Set<String> more = newlyKept();
    kept.addAll(more);
    assertThat(more).as("what is kept of something refused").isEmpty();
  }

  private Set<String> newlyKept() throws IOException {
    Set<String> more = kept();
    more.removeAll(kept);
    return more;
  }

  /** What can be left of an upload: jars that are listed, and files. */
  private Set<String> kept() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode file : client.get("/jars").json().path("files")) {
      names.add(file.path("id").asText());
    }
    Files.walkFileTree(
        directory(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (UPLOAD.matcher(file.getFileName().toString()).matches()) {
              names.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return names;
  }
}
