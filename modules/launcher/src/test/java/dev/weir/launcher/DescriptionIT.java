// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.model.ProblemKind;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the runnable jar gives out about its API, for tools and for people. */
@Timeout(120)
class DescriptionIT {
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          WeirProcess.launch()
              .arguments("--cluster", "http://127.0.0.1:1")
              .arguments("--set", "weir.http.hosts=flink.example.org"));

  private static final Path CHECKED_IN = Path.of("..", "..", "api-spec", "weir.yaml");
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private static Answer get(String path) {
    return get(path, Map.of());
  }

  private static Answer get(String path, Map<String, String> headers) {
    return new ClassicClient(WEIR.baseUri()).send("GET", path, headers);
  }

  private static List<String> servers(Answer json) {
    return json.json().path("servers").findValuesAsText("url");
  }

  private static String base() {
    return "http://" + WEIR.baseUri().getAuthority();
  }

  @Test
  void theYamlIsWhatIsCheckedInWithTheAddressOfTheServer() throws IOException {
    Answer served = get("/openapi.yaml");

    assertThat(served.mediaType()).isEqualTo("application/yaml");
    assertThat(served.text())
        .isEqualTo(
            Files.readString(CHECKED_IN)
                .replace("\"http://localhost:8081", "\"" + base())
                .replace("default: default", "default: \"default\"\n        enum: [\"default\"]"));
  }

  @Test
  void theJsonIsAnOpenApiDocument() {
    Answer served = get("/openapi.json");
    JsonNode document = served.json();

    assertThat(served.mediaType()).isEqualTo("application/json");
    assertThat(document.path("openapi").asText()).startsWith("3.0.");
    assertThat(document.at("/paths/~1jobs/get/operationId").asText()).isEqualTo("listJobIds");
    assertThat(servers(served)).containsExactly(base(), base() + "/clusters/{cluster}");
  }

  @Test
  void theServerIsTheOneThatTheClientAskedFor() {
    assertThat(servers(get("/openapi.json", Map.of("Host", "flink.example.org:8443"))))
        .contains("http://flink.example.org:8443");
  }

  @Test
  void nobodyIsTrustedToHaveForwardedARequest() {
    Map<String, String> forwarded =
        Map.of("X-Forwarded-Host", "example.org", "Forwarded", "host=example.org");

    assertThat(servers(get("/openapi.json", forwarded))).contains(base());
  }

  @Test
  void thePageHasASlashAtItsEndSoThatItsFilesAreBelowIt() {
    Answer answer = get("/openapi");

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).contains("openapi/");
  }

  @Test
  void everythingThatThePageIsMadeOfComesFromThisServer() {
    Answer page = get("/openapi/");
    URI address = URI.create(base() + "/openapi/");

    assertThat(page.mediaType()).isEqualTo("text/html");
    List<String> files =
        FILE.matcher(page.text())
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(file -> !file.startsWith("data:"))
            .toList();
    assertThat(files)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            file -> {
              URI resolved = address.resolve(file);
              assertThat(resolved.getAuthority()).isEqualTo(address.getAuthority());
              Answer answer = get(resolved.getPath());
              assertThat(answer.status()).as(file).isEqualTo(200);
              assertThat(answer.bytes()).as(file).isNotEmpty();
            });
  }

  @Test
  void noScriptRunsOnThePageThatIsNotAFileOfThisServer() {
    Answer page = get("/openapi/");

    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.text()).doesNotContainPattern("<script>|<style|\\son\\w+=|style=");
  }

  @Test
  void nothingElseIsFoundBelowThePage() {
    assertThat(get("/openapi/weir.yaml").status()).isEqualTo(404);
    assertThat(get("/openapi/..%2Findex.html").status()).isIn(400, 404);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfProblemHasAPage(ProblemKind kind) {
    Answer page = get(kind.type());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.text())
        .contains("<h1>" + kind.title() + "</h1>")
        .doesNotContainPattern("<jobid>|<script|<style|style=");
    assertThat(page.header("Content-Security-Policy").orElseThrow()).doesNotContain("script-src");
  }

  @ParameterizedTest
  @CsvSource({
    "/nosuch, unknown-address",
    "/jobs/zzz, malformed-parameter",
    "/clusters/default/jobs/zzz, malformed-parameter",
    "/clusters/nosuch/jobs, unknown-cluster",
    "/clusters/default/problems/unknown-job, unknown-address",
    "/problems/nosuch, unknown-address",
    "/problems/UNKNOWN_JOB, unknown-address",
    "/overview, cluster-unreachable",
  })
  void theTypeOfAProblemLeadsToItsPage(String path, String kind) {
    String type = get(path).json().path("type").asText();

    assertThat(type).isEqualTo("/problems/" + kind);
    assertThat(get(type).status()).isEqualTo(200);
  }

  @Test
  void theTypeOfARequestThatIsRefusedBeforeAnyResourceLeadsToItsPage() {
    assertThat(get("/jobs?" + "a".repeat(9000)).json().path("type").asText())
        .isEqualTo("/problems/address-too-long");
  }
}
