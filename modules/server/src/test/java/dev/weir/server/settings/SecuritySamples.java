// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.security.AccessLevel;
import dev.weir.security.AccessRules;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.AuthenticationOptions;
import dev.weir.security.CertificateName;
import dev.weir.security.OidcOptions;
import dev.weir.security.Subjects;
import dev.weir.server.settings.types.SecurityMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text for every setting of security that is not its default, and what all of them make. */
final class SecuritySamples {
  private SecuritySamples() {}

  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("weir.security", "own");
    texts.put("weir.security.basic.file", "/etc/weir/htpasswd");
    texts.put("weir.security.token.file", "/etc/weir/tokens");
    texts.put("weir.security.certificate", "dn");
    texts.put("weir.security.oidc.issuer", "https://id.example.org/realms/main/");
    texts.put("weir.security.oidc.audience", "weir, other");
    texts.put("weir.security.oidc.audience-claim", "client_id");
    texts.put("weir.security.oidc.name-claim", "preferred_username");
    texts.put("weir.security.oidc.roles-claim", "realm_access.roles");
    texts.put("weir.security.oidc.algorithms", "RS256,ES256");
    texts.put("weir.security.oidc.clock-skew", "10 s");
    texts.put("weir.security.oidc.timeout", "2 s");
    texts.put("weir.security.oidc.keys-refresh", "1 min");
    texts.put("weir.security.oidc.keys-max-age", "2 h");
    texts.put("weir.security.oidc.keys-retry", "3 s");
    texts.put("weir.security.remember", "20 s");
    texts.put("weir.security.failures.free", "3");
    texts.put("weir.security.failures.max-wait", "1 min");
    texts.put("weir.security.failures.tracked", "500");
    texts.put("weir.security.workers", "4");
    texts.put("weir.security.max-waiting", "50");
    texts.put("weir.access.view", "bob,@staff");
    texts.put("weir.access.logs", "alice, bob");
    texts.put("weir.access.operate", "alice,@ops");
    texts.put("weir.access.submit", "root,\"CN=root,O=Example\"");
    texts.put("weir.access.anonymous", "view");
    return texts;
  }

  static SecuritySettings settings() {
    return new SecuritySettings(
        Optional.of(SecurityMode.OWN),
        Optional.of(
            new AuthenticationOptions(
                Optional.of(Path.of("/etc/weir/htpasswd")),
                Optional.of(Path.of("/etc/weir/tokens")),
                Optional.of(oidc()),
                Optional.of(CertificateName.DN),
                new AccessRules(rules(), Map.of()),
                Duration.ofSeconds(20),
                3,
                Duration.ofMinutes(1),
                500,
                4,
                50)));
  }

  private static OidcOptions oidc() {
    return new OidcOptions(
        URI.create("https://id.example.org/realms/main/"),
        Set.of("weir", "other"),
        "client_id",
        Set.of("RS256", "ES256"),
        "preferred_username",
        "realm_access.roles",
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofMinutes(1),
        Duration.ofHours(2),
        Duration.ofSeconds(3));
  }

  private static Levels rules() {
    return new Levels(
        Map.of(
            AccessLevel.VIEW, new Subjects(Set.of("bob"), Set.of("staff"), false),
            AccessLevel.LOGS, new Subjects(Set.of("alice", "bob"), Set.of(), false),
            AccessLevel.OPERATE, new Subjects(Set.of("alice"), Set.of("ops"), false),
            AccessLevel.SUBMIT, new Subjects(Set.of("root", "CN=root,O=Example"), Set.of(), false)),
        Optional.of(AccessLevel.VIEW));
  }
}
