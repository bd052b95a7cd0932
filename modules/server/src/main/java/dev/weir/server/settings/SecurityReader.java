// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static dev.weir.server.settings.types.ValueTypes.issuer;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.AccessRules;
import dev.weir.security.AuthenticationOptions;
import dev.weir.security.OidcOptions;
import dev.weir.server.settings.keys.SecurityKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.types.SecurityMode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads from the settings who authenticates callers, and how. */
final class SecurityReader {
  private SecurityReader() {}

  static SecuritySettings read(ResolvedSettings resolved, List<ClusterName> clusters)
      throws SettingsException {
    Optional<SecurityMode> given = resolved.optional(SecurityKeys.MODE);
    boolean some = SecurityKeys.methods().stream().anyMatch(resolved::isSet);
    if (given.isPresent() && given.get() != SecurityMode.OWN) {
      List<Setting<?>> useless = new ArrayList<>(SecurityKeys.all());
      useless.remove(SecurityKeys.MODE);
      useless.addAll(AccessReader.given(resolved, clusters));
      String value = given.get().name().toLowerCase(Locale.ROOT);
      refuse(resolved, useless, "where " + SecurityKeys.MODE.key() + " is " + value);
      return new SecuritySettings(given, Optional.empty());
    }
    if (!some) {
      if (given.isPresent()) {
        throw new SettingsException(
            SecurityKeys.MODE.key()
                + " is 'own', but no authentication method is configured: set "
                + names()
                + ".");
      }
      List<Setting<?>> useless = new ArrayList<>(SecurityKeys.ofOidc());
      useless.addAll(SecurityKeys.ofEveryMethod());
      useless.addAll(AccessReader.given(resolved, clusters));
      refuse(resolved, useless, "without " + names());
      return new SecuritySettings(Optional.empty(), Optional.empty());
    }
    return new SecuritySettings(
        Optional.of(SecurityMode.OWN), Optional.of(authentication(resolved, clusters)));
  }

  private static String names() {
    return "%s, %s, %s or %s"
        .formatted(SecurityKeys.methods().stream().map(Setting::key).toArray());
  }

  /** Rejects settings that have no effect without another one: they are a mistake. */
  private static void refuse(ResolvedSettings resolved, List<Setting<?>> useless, String why)
      throws SettingsException {
    for (Setting<?> setting : useless) {
      if (resolved.isSet(setting)) {
        throw new SettingsException(setting.key() + " has no effect " + why + ".");
      }
    }
  }

  private static AuthenticationOptions authentication(
      ResolvedSettings resolved, List<ClusterName> clusters) throws SettingsException {
    Optional<OidcOptions> oidc = oidc(resolved);
    AccessRules rules = AccessReader.read(resolved, clusters);
    Optional<String> role = AccessReader.someRole(rules);
    if (role.isPresent() && oidc.isEmpty()) {
      throw new SettingsException(
          "An access rule names the role @"
              + role.get()
              + ", but only the tokens of "
              + SecurityKeys.ISSUER.key()
              + " have roles, which is not given.");
    }
    return AuthenticationOptions.builder()
        .passwords(resolved.optional(SecurityKeys.PASSWORDS))
        .tokens(resolved.optional(SecurityKeys.TOKENS))
        .oidc(oidc)
        .certificates(resolved.optional(SecurityKeys.CERTIFICATE))
        .rules(rules)
        .remember(resolved.value(SecurityKeys.REMEMBER))
        .freeFailures(resolved.value(SecurityKeys.FREE_FAILURES))
        .longestWait(resolved.value(SecurityKeys.LONGEST_WAIT))
        .trackedFailures(resolved.value(SecurityKeys.TRACKED_FAILURES))
        .workers(resolved.value(SecurityKeys.WORKERS))
        .waiting(resolved.value(SecurityKeys.WAITING))
        .build();
  }

  private static Optional<OidcOptions> oidc(ResolvedSettings resolved) throws SettingsException {
    Optional<URI> issuer = resolved.optional(SecurityKeys.ISSUER);
    if (issuer.isEmpty()) {
      refuse(resolved, SecurityKeys.ofOidc(), "without " + SecurityKeys.ISSUER.key());
      return Optional.empty();
    }
    Optional<Set<String>> audience = resolved.optional(SecurityKeys.AUDIENCE);
    if (audience.isEmpty()) {
      throw new SettingsException(
          SecurityKeys.ISSUER.key()
              + " needs "
              + SecurityKeys.AUDIENCE.key()
              + ": otherwise tokens issued for other services would be accepted.");
    }
    Duration maxAge = resolved.value(SecurityKeys.KEYS_MAX_AGE);
    if (resolved.value(SecurityKeys.KEYS_REFRESH).compareTo(maxAge) > 0) {
      throw new SettingsException(
          SecurityKeys.KEYS_REFRESH.key()
              + " must not be more than "
              + SecurityKeys.KEYS_MAX_AGE.key()
              + ".");
    }
    if (resolved.value(SecurityKeys.KEYS_RETRY).compareTo(maxAge) >= 0) {
      throw new SettingsException(
          SecurityKeys.KEYS_RETRY.key()
              + " must be less than "
              + SecurityKeys.KEYS_MAX_AGE.key()
              + ".");
    }
    return Optional.of(
        OidcOptions.builder()
            .issuer(issuer.get())
            .audiences(audience.get())
            .audienceClaim(resolved.value(SecurityKeys.AUDIENCE_CLAIM))
            .algorithms(resolved.value(SecurityKeys.ALGORITHMS))
            .nameClaim(resolved.value(SecurityKeys.NAME_CLAIM))
            .rolesClaim(resolved.value(SecurityKeys.ROLES_CLAIM))
            .clockSkew(resolved.value(SecurityKeys.CLOCK_SKEW))
            .timeout(resolved.value(SecurityKeys.OIDC_TIMEOUT))
            .keysRefresh(resolved.value(SecurityKeys.KEYS_REFRESH))
            .keysMaxAge(maxAge)
            .keysRetry(resolved.value(SecurityKeys.KEYS_RETRY))
            .build());
  }
}
