// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static dev.weir.launcher.security.Identities.basic;
import static dev.weir.launcher.security.Identities.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.contract.ApiDescription;
import dev.weir.launcher.Certificates;
import dev.weir.security.AccessLevel;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Json;
import dev.weir.testing.contract.AnswerContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every address for callers of every level, known in every way: the clusters are not there, so that
 * whoever may ask gets another refusal than whoever may not.
 */
@Timeout(180)
class AccessIT {
  private static final List<String> USERS =
      List.of("view", "logs", "operate", "submit", "nobody", "onstaging");

  @TempDir private static Path directory;
  private static OidcProvider provider;
  private static Identities identities;
  private static InProcess server;
  private static ClassicClient client;

  /** What is described, such as {@code GET /jobs}, with the level that it needs. */
  private record Route(String method, String path, AccessLevel level) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    provider = new OidcProvider();
    identities = new Identities(directory);
    Map<String, String> settings = new HashMap<>();
    settings.put("weir.cluster", "prod=http://127.0.0.1:1 staging=http://127.0.0.1:1");
    settings.put("weir.security.basic.file", identities.passwords(USERS).toString());
    settings.put("weir.security.token.file", identities.tokens(USERS).toString());
    settings.put("weir.security.oidc.issuer", provider.issuer());
    settings.put("weir.security.oidc.audience", "weir");
    settings.put("weir.security.oidc.roles-claim", "realm_access.roles");
    for (AccessLevel level : AccessLevel.values()) {
      settings.put("weir.access." + level.label(), level.label() + ",@" + level.label() + "-role");
    }
    settings.put("weir.clusters.staging.access.view", "view,logs,operate,submit,onstaging");
    settings.put("weir.clusters.staging.access.operate", "onstaging");
    settings.put("weir.clusters.staging.access.submit", "none");
    server = InProcess.start(settings);
    client = new ClassicClient(server.address(), AnswerContract.checkedIn());
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    Json.parse(new ApiDescription().json(URI.create("http://localhost"), List.of()))
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(method -> routes.add(route(path.getKey(), method))));
    assertThat(routes).hasSizeGreaterThan(60);
    return routes;
  }

  private static Route route(String path, Map.Entry<String, JsonNode> method) {
    String level = method.getValue().path("x-weir-access-level").asText();
    return new Route(
        method.getKey().toUpperCase(Locale.ROOT),
        path.replace("{name}", "prod").replaceAll("\\{\\w+}", "0".repeat(32)),
        AccessLevel.ofLabel(level).orElseThrow());
  }

  private static Map<String, String> shown(String kind, String user) throws Exception {
    return switch (kind) {
      case "basic" -> basic(user, user + user);
      case "token" -> bearer(identities.token(user));
      case "oidc" -> bearer(provider.token("somebody", user + "-role"));
      default -> Map.of();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "token", "oidc"})
  void everyLevelOpensWhatItIsForAndNothingElse(String kind) throws Exception {
    for (AccessLevel had : AccessLevel.values()) {
      Map<String, String> headers = shown(kind, had.label());
      for (Route route : routes()) {
        Answer answer = client.send(route.method(), route.path(), headers);
        if (had.includes(route.level())) {
          assertThat(answer.status()).as("%s by %s", answer, had).isNotIn(401, 403, 429);
        } else {
          assertThat(answer.status()).as("%s by %s", answer, had).isEqualTo(403);
          assertThat(answer.json().path("detail").asText())
              .startsWith("This needs the access level " + route.level().label() + " on ")
              .endsWith(" has " + had.label() + " there.");
        }
      }
    }
  }

  /**
   * With two slashes at its beginning an address needs its level; with more at its end it is none.
   */
  @Test
  void noSpellingOfAnAddressNeedsALowerLevel() throws Exception {
    ClassicClient unchecked = new ClassicClient(server.address());
    Map<String, String> headers = shown("token", AccessLevel.VIEW.label());
    for (Route route : routes()) {
      if (route.level() != AccessLevel.VIEW) {
        assertThat(unchecked.send(route.method(), "/" + route.path(), headers).status())
            .as("%s", route)
            .isEqualTo(403);
        assertThat(unchecked.send(route.method(), route.path() + ";x=1", headers).status())
            .as("%s", route)
            .isIn(403, 404, 405);
      }
    }
  }

  @Test
  void whoShowsNothingOrSomethingWrongIsAskedForWhatIsTaken() {
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(), bearer("nonsense"), Map.of("Authorization", "Digest x"))) {
      for (Route route : routes()) {
        Answer answer = client.send(route.method(), route.path(), headers);
        // The wrong token, over and over, is slowed.
        assertThat(answer.status()).as("%s", answer).isIn(401, 429);
        if (answer.status() == 401) {
          assertThat(answer.headers().get("www-authenticate"))
              .containsExactly("Basic realm=\"Weir\", charset=\"UTF-8\"", "Bearer realm=\"Weir\"");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/openapi",
        "/openapi/",
        "/openapi/page.js",
        "/problems/x",
        "/nothing",
        "/clusters/no/jobs"
      })
  void nothingIsShownToStrangersEvenWhereThereIsNothing(String path) {
    ClassicClient unchecked = new ClassicClient(server.address());
    for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
      assertThat(unchecked.send(method, path, Map.of()).status()).as(method).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"onstaging, staging", "view, prod;staging"})
  void theDescriptionNamesTheClustersThatTheCallerMayView(String user, String clusters) {
    JsonNode server =
        client
            .send("GET", "/openapi.json", basic(user, user + user))
            .json()
            .at("/servers/1/variables/cluster");

    assertThat(server.path("enum"))
        .extracting(JsonNode::asText)
        .containsExactly(clusters.split(";", -1));
    assertThat(server.path("default")).isEqualTo(server.at("/enum/0"));
    assertThat(
            client
                .send("GET", "/openapi.yaml", basic(user, user + user))
                .text()
                .contains("\"prod\""))
        .isEqualTo(clusters.contains("prod"));
  }

  @ParameterizedTest
  @CsvSource({
    "onstaging, staging, GET, /jobs, true",
    "onstaging, staging, DELETE, /jobs/00000000000000000000000000000000/cancel, true",
    "onstaging, staging, GET, /jars, false",
    "onstaging, prod, GET, /jobs, false",
    "operate, prod, DELETE, /jobs/00000000000000000000000000000000/cancel, true",
    "operate, staging, DELETE, /jobs/00000000000000000000000000000000/cancel, false",
    "operate, staging, GET, /jobs, true",
    "submit, staging, GET, /jars, false",
    "submit, prod, GET, /jars, true"
  })
  void eachClusterHasRulesOfItsOwn(
      String user, String cluster, String method, String path, boolean may) {
    Answer answer = client.send(method, "/clusters/" + cluster + path, basic(user, user + user));

    assertThat(answer.status()).as("%s", answer).isEqualTo(may ? 503 : 403);
    if (!may) {
      assertThat(answer.json().path("detail").asText()).contains(" on cluster " + cluster + "; ");
    }
  }

  @Test
  void answersAboutAllClustersShowThoseThatTheCallerMaySee() {
    Map<String, String> one = basic("onstaging", "onstagingonstaging");
    Map<String, String> both = basic("view", "viewview");

    assertThat(client.send("GET", "/clusters", one).json().findValuesAsText("name"))
        .containsExactly("staging");
    assertThat(client.send("GET", "/clusters", both).json().findValuesAsText("name"))
        .containsExactly("prod", "staging");
    assertThat(client.send("GET", "/clusters/jobs", one).json().findValuesAsText("name"))
        .containsExactly("staging");
    assertThat(client.send("GET", "/clusters/overview", one).json().at("/clusters/total").asInt())
        .isEqualTo(1);
    assertThat(client.send("GET", "/clusters/staging", one).status()).isEqualTo(200);
    assertThat(client.send("GET", "/clusters/prod", one).status()).isEqualTo(403);
    assertThat(client.send("GET", "/clusters", basic("nobody", "nobodynobody")).status())
        .isEqualTo(403);
  }

  @Test
  void aPreflightNeedsNoCredentials() {
    Answer answer = client.send("OPTIONS", "/jobs", Map.of("Access-Control-Request-Method", "GET"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Allow").orElseThrow()).contains("GET");
  }

  @Test
  void theCertificateOfAClientIsItsName() throws Exception {
    Certificates certificates = new Certificates(directory);
    Path keys = certificates.keys("server");
    certificates.pem("server");
    Path known = certificates.keys("known");
    Path unknown = certificates.keys("unknown");
    Map<String, String> settings = new HashMap<>();
    settings.put("weir.tls.keystore", keys.toString());
    settings.put("weir.tls.keystore-password", Certificates.PASSWORD);
    settings.put("weir.tls.client-auth", "optional");
    settings.put("weir.tls.truststore", certificates.pem("known").toString());
    settings.put("weir.security.certificate", "cn");
    settings.put("weir.access.operate", "localhost");
    try (InProcess secured = InProcess.start(settings)) {
      Path trusted = certificates.trust("server");
      HttpClient with = https(trusted, known);
      for (Route route : routes()) {
        int status = status(with, secured, route);
        assertThat(status == 403)
            .as("%s: %s", route, status)
            .isEqualTo(route.level() == AccessLevel.SUBMIT);
        assertThat(status).isNotEqualTo(401);
      }
      Route jobs = new Route("GET", "/jobs", AccessLevel.VIEW);
      assertThat(status(https(trusted, null), secured, jobs)).isEqualTo(401);
      assertThat(catchThrowable(() -> status(https(trusted, unknown), secured, jobs))).isNotNull();
    }
  }

  private static HttpClient https(Path trusted, Path keys) throws Exception {
    return HttpClient.newBuilder().sslContext(Certificates.client(trusted, keys)).build();
  }

  private static int status(HttpClient client, InProcess server, Route route) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + route.path()))
                .method(route.method(), BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
