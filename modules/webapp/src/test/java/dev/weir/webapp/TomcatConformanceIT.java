// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.container.Container;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerLaunch;
import dev.weir.testing.fuzz.FuzzInput;
import dev.weir.testing.fuzz.FuzzRun;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract in Tomcat 10.1, with settings of the one application, beside one without any. */
class TomcatConformanceIT extends ContainerConformance {
  private static final String UNKNOWN_JOB = "/jobs/" + "f".repeat(32) + "/cancel";

  private static final long SEED = Long.getLong("weir.fuzz.seed", 20_261_127);
  private static final long REQUESTS = 3_000;

  /** Beside what Tomcat logs of requests that it refuses itself, and the audit log of refusals. */
  private static final Pattern MISTAKE =
      Pattern.compile("(?m)^.*(SEVERE|WARNING(?!.*LoggedAudit).*(Exception|Error)).*$");

  @Order(1)
  @RegisterExtension
  private final CountingFlink stub = new CountingFlink();

  TomcatConformanceIT() {
    super(ContainerKind.TOMCAT_10);
  }

  @Override
  ContainerLaunch configured(ContainerLaunch launch, URI cluster) {
    return launch
        .war("bare", BuiltJars.war())
        .war("wrong", BuiltJars.javaEe8War())
        .file(
            "conf/Catalina/localhost/weir.xml",
            """
            <Context>
              <Environment name="weir.cluster" type="java.lang.String" value="%s"/>
              <Parameter name="weir.security" value="none"/>
            </Context>
            """
                .formatted(cluster))
        .war("guarded", BuiltJars.war())
        .file(
            "conf/Catalina/localhost/guarded.xml",
            """
            <Context>
              <Parameter name="weir.cluster" value="%s"/>
              <Environment name="weir.security" type="java.lang.String" value="container"/>
              <Parameter name="weir.audit.file" value="${catalina.base}/audit/audit.log"/>
            </Context>
            """
                .formatted(cluster))
        .war("fuzzed", BuiltJars.war())
        .file(
            "conf/Catalina/localhost/fuzzed.xml",
            """
            <Context>
              <Parameter name="weir.cluster" value="%s"/>
              <Parameter name="weir.security" value="none"/>
              <Parameter name="weir.upload.per-minute" value="0"/>
              <Parameter name="weir.upload.max-stored-bytes" value="1mb"/>
            </Context>
            """
                .formatted(stub.address()))
        .file(
            "conf/tomcat-users.xml",
            """
            <tomcat-users>
              <role rolename="view"/>
              <role rolename="operate"/>
              <user username="viewer" password="viewer" roles="view"/>
              <user username="operator" password="operator" roles="view,operate"/>
              <user username="stranger" password="stranger" roles=""/>
            </tomcat-users>
            """);
  }

  @Test
  void theRolesOfTheContainerAreTheAccessLevels() {
    Container tomcat = running.container();
    tomcat.await("guarded/overview", answer -> answer.statusCode() == 401);
    ClassicClient weir = new ClassicClient(tomcat.uri().resolve("guarded/"));

    assertThat(as(weir, "viewer", "GET", "/overview").status()).isEqualTo(200);
    assertThat(as(weir, "viewer", "GET", "/jobmanager/config").status()).isEqualTo(403);
    assertThat(as(weir, "viewer", "DELETE", UNKNOWN_JOB).status()).isEqualTo(403);
    assertThat(as(weir, "operator", "GET", "/jobmanager/config").status()).isEqualTo(200);
    assertThat(as(weir, "operator", "DELETE", UNKNOWN_JOB).status()).isEqualTo(404);
    assertThat(as(weir, "operator", "GET", "/jars").status()).isEqualTo(403);
    assertThat(as(weir, "stranger", "GET", "/overview").status()).isEqualTo(403);
    assertThat(
            weir.send("GET", "/overview", Map.of("Authorization", basic("viewer", "x"))).status())
        .isEqualTo(401);
    await()
        .untilAsserted(
            () ->
                assertThat(running.container().base().resolve("audit/audit.log"))
                    .content()
                    .contains("\"event\":\"denied\"", UNKNOWN_JOB, "\"operator\""));
  }

  private static Answer as(ClassicClient weir, String user, String method, String path) {
    return weir.send(method, path, Map.of("Authorization", basic(user, user)));
  }

  private static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Test
  void theWarForTheOtherContainersSaysSo() {
    requireWords(running.container(), "weir-ee8.war, for Java EE 8", "Deploy weir.war instead.");
  }

  @Test
  void noRandomInputIsTooMuch() {
    System.out.println("weir.fuzz.seed is " + SEED);
    FuzzRun.prepare(stub);
    Container tomcat = running.container();
    tomcat.await("fuzzed/clusters", answer -> answer.statusCode() == 200);
    new FuzzRun(
            tomcat.uri(),
            "/fuzzed/clusters",
            number -> FuzzInput.ofApplication(SEED, number, "/fuzzed"),
            () -> mistakes(tomcat.logs()),
            tomcat.pid())
        .send(REQUESTS);
  }

  private static String mistakes(String logs) {
    return MISTAKE.matcher(logs).results().map(MatchResult::group).collect(joining("\n"));
  }

  @Test
  void withoutSettingsItSaysWhatIsMissing() {
    Container tomcat = running.container();
    tomcat.await("bare/", page -> page.statusCode() == 503 && page.body().contains("WEIR_CLUSTER"));
    Answer answer = new ClassicClient(tomcat.uri().resolve("bare/")).get("/jobs");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json().path("type").asText()).isEqualTo("/bare/problems/server-not-ready");
    assertThat(answer.json().path("detail").asText()).contains("no cluster is configured");
    assertThat(tomcat.logs()).contains("Weir is not ready: no cluster is configured");
  }
}
