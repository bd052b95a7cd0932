// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.flink.zookeeper.ZooKeeperOptions;
import dev.weir.server.ApiOptions;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters, from whatever source, and what is refused of them. */
class ClusterSettingsTest {
  @TempDir private Path directory;

  private static List<Settings.Cluster> clusters(Map<String, String> settings)
      throws SettingsException {
    return SettingsResolver.resolve(SettingsSources.of(settings)).clusters();
  }

  private static List<URI> at(String... addresses) {
    return List.of(addresses).stream().map(URI::create).toList();
  }

  @Test
  void theDefaultOneComesFirstAndTheOthersInTheOrderInWhichTheyAreGiven() throws SettingsException {
    assertThat(
            clusters(
                Map.of(
                    "weir.cluster", "z=http://z a=http://a/flink/ local=embedded",
                    "weir.clusters.m.addresses", "http://m1,http://m2",
                    "weir.default-cluster", "m")))
        .extracting(
            cluster -> cluster.name().value(),
            Settings.Cluster::addresses,
            Settings.Cluster::embedded)
        .containsExactly(
            tuple("m", at("http://m1", "http://m2"), false),
            tuple("z", at("http://z"), false),
            tuple("a", at("http://a/flink"), false),
            tuple("local", List.of(), true));
  }

  @Test
  void aClusterMayBeGivenByEnvironmentVariablesAlone() throws SettingsException {
    Map<String, String> variables =
        Map.of(
            "WEIR_CLUSTER", "my-lab=http://lab",
            "WEIR_CLUSTERS_MY_LAB_BEARER_TOKEN", "abc",
            "WEIR_CLUSTERS_PROD_ADDRESSES", "http://prod",
            "WEIR_DEFAULT_CLUSTER", "my-lab",
            "WEIR_CLUSTERS_PROD_HIGH_AVAILABILITY_CLUSTER_ID", "");

    assertThat(
            SettingsResolver.resolve(new SettingsSources(List.of(), Map.of(), variables))
                .clusters())
        .extracting(
            cluster -> cluster.name().value(),
            Settings.Cluster::addresses,
            Settings.Cluster::headers)
        .containsExactly(
            tuple("my-lab", at("http://lab"), Map.of("Authorization", "Bearer abc")),
            tuple("prod", at("http://prod"), Map.of()));
  }

  @Test
  void hostsLeadToOneClusterWhateverTheirCase() throws SettingsException {
    Settings settings =
        SettingsResolver.resolve(
            SettingsSources.of(
                Map.of(
                    "weir.cluster", "a=http://a b=http://b",
                    "weir.clusters.b.hosts", "B.example.org, b2")));

    assertThat(settings.clusters())
        .extracting(Settings.Cluster::hosts)
        .containsExactly(List.of(), List.of("b.example.org", "b2"));
    assertThat(ApiOptions.ofStandalone(settings, List.of("here")).browsers().isOurs("b2:8081"))
        .isTrue();
    assertThat(ApiOptions.of(settings).browsers().isOurs("any.example.org")).isTrue();
    assertThatThrownBy(
            () ->
                clusters(
                    Map.of(
                        "weir.cluster", "a=http://a b=http://b",
                        "weir.clusters.a.hosts", "x.example.org",
                        "weir.clusters.b.hosts", "b.example.org, X.example.org")))
        .hasMessage(
            "The host x.example.org is in both weir.clusters.a.hosts and weir.clusters.b.hosts;"
                + " a host can lead to one cluster only.");
  }

  @Test
  void aClusterMayBeGivenInAFile() throws SettingsException, IOException {
    Files.writeString(
        directory.resolve("config.yaml"),
        """
        weir:
          clusters:
            prod:
              high-availability:
                zookeeper.quorum: zk1:2181,zk2:2181
                cluster-id: /prod
              security.ssl.rest:
                truststore: /etc/ca.pem
        """);

    assertThat(clusters(Map.of("weir.conf-dir", directory.toString())))
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.zooKeeper())
                  .contains(
                      new ZooKeeperOptions(
                          "zk1:2181,zk2:2181",
                          "/flink",
                          "/prod",
                          Duration.ofSeconds(60),
                          Duration.ofSeconds(15)));
              assertThat(cluster.embedded()).isFalse();
              assertThat(cluster.tls())
                  .contains(
                      new Settings.Tls(
                          Optional.of(Path.of("/etc/ca.pem")),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty()));
            });
  }

  @Test
  void aUserAndItsPasswordFileBecomeAHeaderBesideOthers() throws SettingsException, IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "open sesame\n");

    assertThat(
            clusters(
                    Map.of(
                        "weir.cluster", "http://jm",
                        "weir.clusters.default.user", "ali",
                        "weir.clusters.default.password-file", secret.toString(),
                        "weir.clusters.default.headers", "X-Tenant: a"))
                .get(0)
                .headers())
        .containsOnly(
            Map.entry("Authorization", "Basic YWxpOm9wZW4gc2VzYW1l"), Map.entry("X-Tenant", "a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weir.clusters.a.adresses | http://a | but there is no such setting; the nearest is weir.clusters.a.addresses.
          weir.clusters.a/b.addresses | http://a | but there is no such setting; the nearest is
          weir.clusters.jobs.addresses | http://a | but there is no such setting; the nearest is
          weir.clusters.a.addresses | jm | but 'jm' must begin with http:// or https://.
          weir.clusters.a.user | me | Cluster a needs exactly one of weir.clusters.a.addresses, weir.cluster or weir.clusters.a.high-availability.zookeeper.quorum, but has none.
          weir.clusters.x.addresses | http://other | Cluster x needs exactly one of
          weir.clusters.x.high-availability.zookeeper.quorum | zk:2181 | but has 2.
          weir.clusters.x.high-availability.cluster-id | /x | weir.clusters.x.high-availability.cluster-id has no effect without weir.clusters.x.high-availability.zookeeper.quorum.
          weir.clusters.x.password | p | weir.clusters.x.password has no effect without weir.clusters.x.user.
          weir.clusters.x.security.ssl.rest.keystore-password | p | has no effect without weir.clusters.x.security.ssl.rest.keystore.
          weir.clusters.x.bearer-token-file | /no/such/file | but must be a readable text file.
          weir.default-cluster | y | weir.default-cluster is 'y' (--set), but must be one of [x].
          weir.clusters.e.addresses | embedded | Only one cluster can be embedded, but [f, e] are.
          """)
  void whatIsNotRightOfAClusterIsSaid(String key, String value, String complaint) {
    String cluster = complaint.contains("[f, e]") ? "f=embedded" : "x=http://x";

    assertThatThrownBy(() -> clusters(Map.of("weir.cluster", cluster, key, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void thePathOfASecretIsNone() throws SettingsException, IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "open sesame\n");
    Map<String, String> given =
        Map.of(
            "weir.cluster", "x=http://x",
            "weir.clusters.x.bearer-token-file", secret.toString(),
            "weir.security.token.file", "/etc/weir/tokens");

    assertThat(SettingsResolver.resolve(SettingsSources.of(given)).given().toString())
        .contains(secret.toString(), "/etc/weir/tokens");
    assertThatThrownBy(
            () ->
                clusters(
                    Map.of(
                        "weir.cluster", "x=http://x",
                        "weir.clusters.x.user", "me",
                        "weir.clusters.x.password-file", "/no/such/file")))
        .hasMessage(
            "weir.clusters.x.password-file is '/no/such/file' (--set), but must be a readable text"
                + " file.");
  }

  @Test
  void theSecretsOfAClusterAreShownToNobody() throws SettingsException {
    Settings settings =
        SettingsResolver.resolve(
            SettingsSources.of(
                Map.of(
                    "weir.cluster", "x=http://x",
                    "weir.clusters.x.bearer-token", "s3cret",
                    "weir.clusters.x.headers", "X-Key: s3cret")));

    assertThat(settings.given().toString())
        .contains("weir.clusters.x.bearer-token", "weir.clusters.x.headers")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          jobmanager:8081 | 'jobmanager:8081' must begin with http:// or https://
          prod=jm | 'jm' must begin with http:// or https://
          prod=ftp://jm | 'ftp://jm' must be http or https, not ftp
          prod= | an address is empty; separate addresses by commas without blanks
          prod=http://a, http://b | an address is empty; separate addresses by commas without blanks
          prod=http://jm:99999 | the port of 'http://jm:99999' must be a whole number from 1 to 65535
          prod=http://jm:0 | the port of 'http://jm:0' must be a whole number from 1 to 65535
          prod=http://jm:80a | the port of 'http://jm:80a' must be a whole number from 1 to 65535
          http://jm: | the port of 'http://jm:' must be a whole number from 1 to 65535
          http://me:pw@jm | 'http://******@jm' must not have a user; weir.clusters.<name>.user is for that
          http://jm/?a=b | 'http://jm/?a=b' must not have a query (what follows ?)
          http://jm/#a | 'http://jm/#a' must not have a fragment (what follows #)
          http://job_manager:8081 | 'http://job_manager:8081' has no valid host name; use letters, digits, - and dots
          p.1=http://jm | 'p.1' is not a cluster name; use letters, digits, - and _
          =http://jm | '' is not a cluster name; use letters, digits, - and _
          jobs=http://jm | 'jobs' is a reserved name: /clusters/jobs is about all clusters
          overview=http://jm | 'overview' is a reserved name: /clusters/overview is about all clusters
          a=http://x a=http://y | two clusters are called 'a'
          http://x http://y | several clusters need names, such as prod=http://jm:8081
          http://[::1 | 'http://[::1' is not a URL: expected closing bracket for ipv6 address
          """)
  void eachFaultOfAListOfClustersHasASentence(String value, String fault) {
    assertThatThrownBy(() -> clusters(Map.of("weir.cluster", value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith("(--set), but " + fault + ".");
  }

  @Test
  void anIpv6AddressMayHaveAPort() throws SettingsException {
    assertThat(clusters(Map.of("weir.cluster", "http://[::1]:8081/flink,http://[::1]")))
        .flatExtracting(Settings.Cluster::addresses)
        .containsExactlyElementsOf(at("http://[::1]:8081/flink", "http://[::1]"));
  }

  @Test
  void theFirstClusterOfAFileIsTheDefaultOne() throws SettingsException, IOException {
    String file = "weir.clusters.zeta.addresses: http://z\nweir.clusters.mid.addresses: http://m\n";
    for (String name : List.of("config.yaml", "flink-conf.yaml")) {
      Path conf = Files.createDirectory(directory.resolve(name + ".d"));
      Files.writeString(conf.resolve(name), file + "weir.clusters.alpha.addresses: http://a\n");
      assertThat(clusters(Map.of("weir.conf-dir", conf.toString())))
          .extracting(cluster -> cluster.name().value())
          .containsExactly("zeta", "mid", "alpha");
    }
    for (String name : List.of("weir.yaml", "weir.properties")) {
      Path config = directory.resolve(name);
      Files.writeString(config, file + "weir.clusters.alpha.addresses: http://a\n");
      assertThat(clusters(Map.of("weir.config", config.toString())))
          .extracting(cluster -> cluster.name().value())
          .containsExactly("zeta", "mid", "alpha");
    }
  }

  @Test
  void whatAStrongerPlaceSaysOfAClusterDoesNotMakeItTheDefaultOne()
      throws SettingsException, IOException {
    Files.writeString(
        directory.resolve("config.yaml"),
        "weir:\n  clusters:\n    z: {addresses: 'http://z'}\n    a: {addresses: 'http://a'}\n");

    assertThat(
            clusters(
                Map.of(
                    "weir.conf-dir", directory.toString(),
                    "weir.clusters.a.addresses", "http://other",
                    "weir.clusters.a.user", "me")))
        .extracting(cluster -> cluster.name().value())
        .containsExactly("z", "a");
  }

  @Test
  void clustersFromPlacesWithoutAnOrderNeedADefaultOne() throws IOException {
    Files.writeString(directory.resolve("config.yaml"), "weir.clusters.z.addresses: http://z\n");
    Map<String, String> conf = Map.of("weir.conf-dir", directory.toString());

    for (SettingsSources several :
        List.of(
            new SettingsSources(
                List.of(),
                Map.of(
                    "weir.clusters.a.addresses", "http://a",
                    "weir.clusters.z.addresses", "http://z"),
                Map.of()),
            new SettingsSources(List.of(), conf, Map.of("WEIR_CLUSTERS_A_ADDRESSES", "http://a")),
            new SettingsSources(List.of(), conf, Map.of("WEIR_CLUSTER", "a=http://a")))) {
      assertThatThrownBy(() -> SettingsResolver.resolve(several))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(
              "are given in several places, or in one without an order. Set weir.default-cluster");
    }
  }
}
