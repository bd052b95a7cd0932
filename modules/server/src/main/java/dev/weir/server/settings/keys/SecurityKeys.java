// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.file;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.issuer;
import static dev.weir.server.settings.types.ValueTypes.oneOf;
import static dev.weir.server.settings.types.ValueTypes.someOf;
import static dev.weir.server.settings.types.ValueTypes.someWords;
import static dev.weir.server.settings.types.ValueTypes.text;

import dev.weir.security.CertificateName;
import dev.weir.server.settings.types.SecurityMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of authentication. */
public final class SecurityKeys {
  private static final SettingGroup GROUP = new SettingGroup();
  private static final SettingGroup METHODS = new SettingGroup();
  private static final SettingGroup OF_OIDC = new SettingGroup();
  private static final SettingGroup OF_ALL = new SettingGroup();

  public static final Setting<SecurityMode> MODE =
      GROUP.add(
          Setting.withoutDefault(
              "weir.security",
              oneOf(SecurityMode.class),
              "Who authenticates callers: own, container or none. Default: own if any method below is configured."));

  public static final Setting<Path> PASSWORDS =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.basic.file",
              file(),
              "File of users and passwords in the format of htpasswd -B. Enables HTTP Basic authentication."));

  public static final Setting<Path> TOKENS =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.token.file",
              file(),
              "File of names and SHA-256 hashes of tokens. Enables bearer tokens."));

  public static final Setting<CertificateName> CERTIFICATE =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.certificate",
              oneOf(CertificateName.class),
              "Part of the client certificate that is the caller's name: CN or DN. Enables client certificates."));

  public static final Setting<URI> ISSUER =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.oidc.issuer",
              issuer(),
              "Issuer URL of the OpenID provider, exactly as in its tokens. Enables its tokens."));

  public static final Setting<Set<String>> AUDIENCE =
      OF_OIDC.add(
          Setting.withoutDefault(
              "weir.security.oidc.audience",
              someWords(),
              "Accepted audiences; the audience claim of a token must contain one of them."));

  public static final Setting<String> AUDIENCE_CLAIM =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.audience-claim",
              text("claim", "the name of a claim"),
              "aud",
              "Claim that contains the audience; client_id for access tokens of Amazon Cognito."));

  public static final Setting<String> NAME_CLAIM =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.name-claim",
              text("claim", "the name of a claim"),
              "sub",
              "Claim that contains the caller's name. A dot selects a field of an object."));

  public static final Setting<String> ROLES_CLAIM =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.roles-claim",
              text("claim", "the name of a claim, or a path with dots such as realm_access.roles"),
              "groups",
              "Claim that contains the roles: a list, words separated by blanks, or an object keyed by role. A dot selects a field of an object."));

  public static final Setting<Set<String>> ALGORITHMS =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.algorithms",
              someOf(
                  Set.of(
                      "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384",
                      "ES512")),
              "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512",
              "Accepted signature algorithms of tokens."));

  public static final Setting<Duration> CLOCK_SKEW =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.clock-skew",
              duration(),
              "60 s",
              "Maximum clock difference to the OpenID provider."));

  public static final Setting<Duration> OIDC_TIMEOUT =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.timeout",
              duration(),
              "5 s",
              "Deadline of one request for the provider's keys."));

  public static final Setting<Duration> KEYS_REFRESH =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.keys-refresh",
              duration(),
              "5 min",
              "Age at which keys in use are refreshed; at most keys-max-age."));

  public static final Setting<Duration> KEYS_MAX_AGE =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.keys-max-age",
              duration(),
              "1 h",
              "How long keys stay valid while the provider does not answer; more than keys-retry."));

  public static final Setting<Duration> KEYS_RETRY =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.keys-retry",
              duration(),
              "10 s",
              "Period with at most two key requests, even after a failure or an unknown key id."));

  public static final Setting<Duration> REMEMBER =
      OF_ALL.add(
          Setting.of(
              "weir.security.remember",
              duration(),
              "60 s",
              "How long verified credentials are accepted without another verification."));

  public static final Setting<Integer> FREE_FAILURES =
      OF_ALL.add(
          Setting.of(
              "weir.security.failures.free",
              integer(1, 1_000_000),
              "5",
              "Failed attempts in a row before a lockout, counted by user and address."));

  public static final Setting<Duration> LONGEST_WAIT =
      OF_ALL.add(
          Setting.of(
              "weir.security.failures.max-wait",
              duration(),
              "5 min",
              "Maximum lockout; it starts at 1 s and doubles with each further failure."));

  public static final Setting<Integer> TRACKED_FAILURES =
      OF_ALL.add(
          Setting.of(
              "weir.security.failures.tracked",
              integer(1, 10_000_000),
              "10000",
              "Maximum number of users and addresses whose failures are counted."));

  public static final Setting<Integer> WORKERS =
      OF_ALL.add(
          Setting.of(
              "weir.security.workers",
              integer(1, 1_000),
              "2",
              "Number of threads that verify passwords and tokens."));

  public static final Setting<Integer> WAITING =
      OF_ALL.add(
          Setting.of(
              "weir.security.max-waiting",
              integer(1, 1_000_000),
              "100",
              "Maximum verifications that queue for a thread; further requests are rejected."));

  private SecurityKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return Stream.of(GROUP, METHODS, OF_OIDC, OF_ALL)
        .<Setting<?>>flatMap(group -> group.all().stream())
        .toList();
  }

  /** The settings that each switch on one authentication method. */
  public static List<Setting<?>> methods() {
    return METHODS.all();
  }

  /** The settings that apply to an OpenID provider. */
  public static List<Setting<?>> ofOidc() {
    return OF_OIDC.all();
  }

  /** The settings that apply to every authentication method. */
  public static List<Setting<?>> ofEveryMethod() {
    return OF_ALL.all();
  }
}
