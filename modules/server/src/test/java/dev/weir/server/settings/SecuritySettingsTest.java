// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static dev.weir.security.AccessLevel.OPERATE;
import static dev.weir.security.AccessLevel.SUBMIT;
import static dev.weir.security.AccessLevel.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.AccessRules;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.Subjects;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked who they are: what settings make of it, and which are refused. */
class SecuritySettingsTest {
  private static final Map<String, String> TOKENS =
      Map.of("weir.security.token.file", "/etc/weir/tokens");

  private static Settings settings(Map<String, String> given) throws SettingsException {
    return SettingsResolver.resolve(SettingsSources.of(given));
  }

  /** From texts {@code key=value}. */
  private static Map<String, String> given(String texts) {
    Map<String, String> given = new HashMap<>();
    for (String text : texts.split(" ", -1)) {
      given.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
    }
    return given;
  }

  private static Map<String, String> with(Map<String, String> more, String... keysAndValues) {
    Map<String, String> all = new HashMap<>(more);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return all;
  }

  private static List<String> unsafe(Map<String, String> given) throws SettingsException {
    return Exposure.of(settings(given));
  }

  @Test
  void withNothingGivenThisMachineAloneMayDoEverything() throws SettingsException {
    assertThat(settings(Map.of()).security())
        .isEqualTo(new SecuritySettings(Optional.empty(), Optional.empty()));
    assertThat(settings(Map.of()).submission().enabled()).isTrue();
    assertThat(unsafe(Map.of())).isEmpty();
  }

  @Test
  void whatAClusterSaysStandsLevelByLevelInPlaceOfWhatIsSaidOfAll() throws SettingsException {
    AccessRules rules =
        settings(
                with(
                    TOKENS,
                    "weir.cluster",
                    "prod=http://p staging=http://s",
                    "weir.access.operate",
                    "alice",
                    "weir.access.submit",
                    "root",
                    "weir.clusters.prod.access.operate",
                    "bob",
                    "weir.clusters.prod.access.submit",
                    "none",
                    "weir.clusters.prod.access.anonymous",
                    "view"))
            .security()
            .authentication()
            .orElseThrow()
            .rules();

    Subjects everybody = new Subjects(Set.of(), Set.of(), true);
    Subjects nobody = new Subjects(Set.of(), Set.of(), false);
    assertThat(rules)
        .isEqualTo(
            new AccessRules(
                new Levels(
                    Map.of(VIEW, everybody, OPERATE, named("alice"), SUBMIT, named("root")),
                    Optional.empty()),
                Map.of(
                    new ClusterName("prod"),
                    new Levels(
                        Map.of(VIEW, everybody, OPERATE, named("bob"), SUBMIT, nobody),
                        Optional.of(VIEW)))));
  }

  private static Subjects named(String name) {
    return new Subjects(Set.of(name), Set.of(), false);
  }

  @Test
  void rulesOfAClusterMayComeFromEnvironmentVariables() throws SettingsException {
    Settings settings =
        SettingsResolver.resolve(
            new SettingsSources(
                List.of(),
                Map.of(),
                Map.of(
                    "WEIR_CLUSTERS_PROD_ADDRESSES", "http://p",
                    "WEIR_CLUSTERS_PROD_ACCESS_VIEW", "alice",
                    "WEIR_SECURITY_TOKEN_FILE", "/etc/weir/tokens")));

    assertThat(settings.security().authentication().orElseThrow().rules().ofClusters())
        .containsOnlyKeys(new ClusterName("prod"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weir.access.operate=alice | weir.access.operate has no effect without weir.security.basic.file,
          weir.cluster=p=http://p weir.clusters.p.access.view=a | weir.clusters.p.access.view has no effect without weir.security.basic.file,
          weir.security.oidc.audience=weir | weir.security.oidc.audience has no effect without weir.security.basic.file,
          weir.security.token.file=/t weir.security.oidc.audience=weir | weir.security.oidc.audience has no effect without weir.security.oidc.issuer.
          weir.security.oidc.issuer=https://id | weir.security.oidc.issuer needs weir.security.oidc.audience
          weir.security.remember=1s | weir.security.remember has no effect without
          weir.security=own | weir.security is 'own', but no authentication method is configured:
          weir.security=none weir.security.token.file=/t | weir.security.token.file has no effect where weir.security is none.
          weir.security=container weir.access.view=a | weir.access.view has no effect where weir.security is container.
          weir.security.token.file=/t weir.access.view=@ops | An access rule names the role @ops, but only
          weir.security.token.file=/t weir.access.view=a,,b | weir.access.view is 'a,,b'
          weir.security=maybe | weir.security is 'maybe' (--set), but must be one of own, container, none.
          weir.security.oidc.issuer=https://id weir.security.oidc.audience=w weir.security.oidc.algorithms=HS256 | weir.security.oidc.algorithms is 'HS256'
          weir.security.oidc.issuer=https://id weir.security.oidc.audience=w weir.security.oidc.algorithms=none | weir.security.oidc.algorithms is 'none'
          weir.security.oidc.issuer=https://id weir.security.oidc.audience=w weir.security.oidc.keys-max-age=10s | weir.security.oidc.keys-refresh must not be more than weir.security.oidc.keys-max-age.
          weir.security.oidc.issuer=https://id weir.security.oidc.audience=w weir.security.oidc.keys-max-age=10s weir.security.oidc.keys-refresh=1s | weir.security.oidc.keys-retry must be less than weir.security.oidc.keys-max-age.
          """)
  void whatHasNoEffectOrMakesNoSenseStopsTheStart(String given, String sentence) {
    assertThatThrownBy(() -> settings(given(given)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "weir.example.org", "127.example.org"})
  void whereOthersCanReachTheServerTheStartFailsUnlessItIsSaidHowTheyAreKnown(String bind)
      throws SettingsException {
    Map<String, String> given = Map.of("weir.bind", bind);

    assertThatThrownBy(() -> unsafe(given))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "weir.bind is '" + bind + "' (--set), so others can reach the server")
        .hasMessageContaining("--set weir.security.basic.file=FILE")
        .hasMessageContaining("--set weir.security=none");
    assertThat(settings(given).submission().enabled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost", "[::1]"})
  void onALoopbackAddressNobodyIsAsked(String bind) throws SettingsException {
    assertThat(unsafe(Map.of("weir.bind", bind))).isEmpty();
    assertThat(settings(Map.of("weir.bind", bind)).submission().enabled()).isTrue();
  }

  @Test
  void programsAreTakenFromTheNetworkOnlyWhereThatIsSaid() throws SettingsException {
    assertThat(
            settings(Map.of("weir.bind", "::", "weir.submit.enabled", "true"))
                .submission()
                .enabled())
        .isTrue();
  }

  @Test
  void whatIsUnsafeAndAskedForIsALineEachThatSaysWhatToDo() throws SettingsException {
    assertThat(
            unsafe(
                Map.of(
                    "weir.bind",
                    "0.0.0.0",
                    "weir.security",
                    "none",
                    "weir.submit.enabled",
                    "true")))
        .hasSize(2)
        .allMatch(line -> line.contains("Recommended action: ") && !line.contains("\n"))
        .anyMatch(line -> line.startsWith("Every caller that reaches 0.0.0.0 may do everything"))
        .anyMatch(line -> line.startsWith("Every caller may upload and run jars"));
    assertThat(unsafe(with(TOKENS, "weir.bind", "0.0.0.0")))
        .singleElement()
        .asString()
        .startsWith("Passwords and tokens cross the network in plain text");
    assertThat(unsafe(with(TOKENS, "weir.bind", "0.0.0.0", "weir.tls.certificate", "/c.pem")))
        .isEmpty();
    assertThat(
            unsafe(
                Map.of(
                    "weir.security.oidc.issuer", "http://id.example.org",
                    "weir.security.oidc.audience", "weir")))
        .singleElement()
        .asString()
        .startsWith("The keys of the OpenID provider are read from http://id.example.org without");
  }

  @ParameterizedTest
  @CsvSource({"*, true", "root, false", "none, false"})
  void programsForEverybodyWhoIsKnownAreUnsafeToo(String submit, boolean unsafe)
      throws SettingsException {
    List<String> lines =
        unsafe(
            with(
                TOKENS,
                "weir.bind",
                "0.0.0.0",
                "weir.tls.certificate",
                "/c.pem",
                "weir.submit.enabled",
                "true",
                "weir.access.submit",
                submit));

    assertThat(lines).hasSize(unsafe ? 1 : 0);
  }

  @Test
  void certificatesCountOnlyWhereClientsShowThem() throws SettingsException {
    Map<String, String> given =
        Map.of("weir.security.certificate", "cn", "weir.tls.certificate", "/c.pem");

    assertThatThrownBy(() -> unsafe(given))
        .hasMessage(
            "weir.security.certificate has no effect without weir.tls.client-auth, which requests client certificates.");
    assertThat(
            unsafe(
                with(given, "weir.tls.client-auth", "optional", "weir.tls.truststore", "/ca.pem")))
        .isEmpty();
  }

  @Test
  void aServerThatListensByItselfHasNoContainerToAsk() {
    assertThatThrownBy(() -> unsafe(Map.of("weir.security", "container")))
        .hasMessage("weir.security is 'container', but this server does not run in a container.");
  }

  @Test
  void aRuleOfOneClusterThatShutsOutFewerThanItSeemsToIsWarnedOf() throws SettingsException {
    Map<String, String> given = new HashMap<>();
    given.put("weir.cluster", "prod=http://p lab=http://l");
    given.put("weir.security.token.file", "/etc/weir/tokens");
    given.put("weir.access.operate", "alice");
    given.put("weir.access.anonymous", "view");
    given.put("weir.clusters.prod.access.view", "bob");

    assertThat(settings(given).remarks())
        .containsExactlyInAnyOrder(
            "weir.clusters.prod.access.view does not exclude the callers of weir.access.operate"
                + " (--set): a higher level includes the lower ones. Recommended action: set"
                + " weir.clusters.prod.access.operate.",
            "weir.clusters.prod.access.view does not exclude anonymous callers:"
                + " weir.access.anonymous gives them that level. Recommended action: set"
                + " weir.clusters.prod.access.anonymous.");

    given.put("weir.clusters.prod.access.operate", "none");
    given.put("weir.clusters.prod.access.anonymous", "none");
    assertThat(settings(given).remarks()).isEmpty();
  }

  @Test
  void aRuleOfOneClusterThatIncludesTheHigherLevelNeedsNoWarning() throws SettingsException {
    assertThat(
            settings(
                    Map.of(
                        "weir.cluster", "prod=http://p",
                        "weir.security.token.file", "/etc/weir/tokens",
                        "weir.access.operate", "alice",
                        "weir.clusters.prod.access.view", "alice, bob"))
                .remarks())
        .isEmpty();
  }
}
