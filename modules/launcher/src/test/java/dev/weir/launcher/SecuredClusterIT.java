// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Flink behind TLS with certificates of clients, credentials and a path prefix. */
@Timeout(120)
class SecuredClusterIT {
  private static final Pattern FLINK = Pattern.compile("REST API is at (http://\\S+)");
  private static final String BASIC = "Basic d2VpcjpzM2NyZXQ=";

  /** Only for the Flink that it embeds. */
  @RegisterExtension
  private static final RunningWeir BEHIND = new RunningWeir(WeirProcess.launch());

  @TempDir private static Path directory;
  private static Ingress ingress;
  private static Path trusted;
  private static Path trustedPem;
  private static Path ours;
  private static Path strangers;

  @BeforeAll
  static void putAnIngressBeforeIt() throws Exception {
    Certificates certificates = new Certificates(directory);
    Path itsOwn = certificates.keys("ingress");
    trustedPem = certificates.pem("ingress");
    trusted = certificates.trust("ingress");
    ours = certificates.keys("weir");
    certificates.pem("weir");
    strangers = certificates.keys("stranger");
    Matcher flink = FLINK.matcher(BEHIND.process().output());
    assertThat(flink.find()).isTrue();
    ingress =
        new Ingress(
            URI.create(flink.group(1)),
            Certificates.server(itsOwn, certificates.trust("weir")),
            BASIC);
  }

  @AfterAll
  static void takeItAway() {
    ingress.close();
  }

  private static WeirProcess weir(Map<String, String> settings) {
    List<String> arguments = new ArrayList<>(List.of("--cluster", "prod=" + ingress.address()));
    settings.forEach(
        (key, value) -> {
          arguments.add("--set");
          arguments.add("weir.clusters.prod." + key + "=" + value);
        });
    return WeirProcess.launch().arguments(arguments.toArray(String[]::new)).start();
  }

  private static String error(WeirProcess weir) {
    JsonNode status = new ClassicClient(weir.baseUri()).get("/clusters/prod").json();
    assertThat(status.path("state").asText()).isIn("unhealthy", "unknown");
    return status.at("/last-error/error").asText();
  }

  @Test
  void withTheRightCertificatesAndCredentialsEverythingIsServed() throws IOException {
    Path password = Files.writeString(directory.resolve("password"), "s3cret\n");
    try (WeirProcess weir =
        weir(
            Map.of(
                "security.ssl.rest.truststore",
                trusted.toString(),
                "security.ssl.rest.truststore-password",
                Certificates.PASSWORD,
                "security.ssl.rest.keystore",
                ours.toString(),
                "security.ssl.rest.keystore-password",
                Certificates.PASSWORD,
                "user",
                "weir",
                "password-file",
                password.toString()))) {
      ClassicClient client = new ClassicClient(weir.baseUri());
      assertThat(client.get("/overview").json().path("slots-total").asInt()).isEqualTo(8);

      Answer upload = client.upload("examples.jar", Files.readAllBytes(BuiltJars.examples()));
      String jar = upload.json().path("filename").asText();
      Answer run =
          client.post("/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream");
      assertThat(run.status()).as("%s", run).isEqualTo(200);
      String job = run.json().path("jobid").asText();
      assertThat(client.delete("/jobs/" + job + "/cancel").status()).isEqualTo(200);
      assertThat(weir.output()).doesNotContain("s3cret", Certificates.PASSWORD);
    }
  }

  @Test
  void withTheWrongPasswordTheClusterIsUnknownAndTheReasonIsSaid() {
    try (WeirProcess weir =
        weir(
            Map.of(
                "security.ssl.rest.truststore",
                trustedPem.toString(),
                "security.ssl.rest.keystore",
                ours.toString(),
                "security.ssl.rest.keystore-password",
                Certificates.PASSWORD,
                "headers",
                "Authorization: Basic bm9ib2R5"))) {
      assertThat(error(weir))
          .startsWith("The cluster refuses this server: it answered with status 401");
      assertThat(new ClassicClient(weir.baseUri()).get("/overview").status()).isEqualTo(502);
    }
  }

  @Test
  void aCertificateThatIsNotTrustedIsRefused() {
    try (WeirProcess weir = weir(Map.of("bearer-token", "x"))) {
      assertThat(error(weir)).startsWith("No TLS connection to the cluster's address https://");
      assertThat(new ClassicClient(weir.baseUri()).get("/overview").status()).isEqualTo(503);
    }
  }

  @Test
  void aCertificateOfOursThatIsNotTrustedIsRefused() {
    try (WeirProcess weir =
        weir(
            Map.of(
                "security.ssl.rest.truststore", trustedPem.toString(),
                "security.ssl.rest.keystore", strangers.toString(),
                "security.ssl.rest.keystore-password", Certificates.PASSWORD))) {
      assertThat(error(weir)).isNotEmpty();
      assertThat(new ClassicClient(weir.baseUri()).get("/overview").status()).isEqualTo(503);
    }
  }

  @Test
  void aStoreThatCannotBeReadStopsTheStart() {
    try (WeirProcess weir = weir(Map.of("security.ssl.rest.truststore", "/no/such/store"))) {
      assertThat(weir.awaitExit(Duration.ofSeconds(30))).isEqualTo(2);
      assertThat(weir.output()).contains("truststore is '/no/such/store'");
    }
  }
}
