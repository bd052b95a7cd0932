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

/** The settings of who is asked who they are and how, and what they make together. */
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
              "Who finds out who asks; without it the server, if one of the settings below says how."));

  public static final Setting<Path> PASSWORDS =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.basic.file",
              file(),
              "The file of users and their passwords, as htpasswd -B writes it; it turns HTTP Basic on."));

  public static final Setting<Path> TOKENS =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.token.file",
              file(),
              "The file of names and SHA-256s of their tokens; it turns bearer tokens on."));

  public static final Setting<CertificateName> CERTIFICATE =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.certificate",
              oneOf(CertificateName.class),
              "What in the certificate of a client is its name, its CN or its DN; it turns those on."));

  public static final Setting<URI> ISSUER =
      METHODS.add(
          Setting.withoutDefault(
              "weir.security.oidc.issuer",
              issuer(),
              "The OpenID provider whose tokens count, as its tokens name it; it turns them on."));

  public static final Setting<Set<String>> AUDIENCE =
      OF_OIDC.add(
          Setting.withoutDefault(
              "weir.security.oidc.audience",
              someWords(),
              "Accepted audiences; the claim of the audience must contain one of them."));

  public static final Setting<String> AUDIENCE_CLAIM =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.audience-claim",
              text("claim", "the name of a claim"),
              "aud",
              "The claim of the audience; client_id for access tokens of Amazon Cognito."));

  public static final Setting<String> NAME_CLAIM =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.name-claim",
              text("claim", "the name of a claim"),
              "sub",
              "The claim that is the name of the caller; dots lead into objects."));

  public static final Setting<String> ROLES_CLAIM =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.roles-claim",
              text("claim", "the name of a claim, or a path with dots such as realm_access.roles"),
              "groups",
              "The claim with the roles: a list, a text with blanks, or an object with one object for"
                  + " each role; dots lead into objects."));

  public static final Setting<Set<String>> ALGORITHMS =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.algorithms",
              someOf(
                  Set.of(
                      "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384",
                      "ES512")),
              "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512",
              "By which algorithms its tokens may be signed."));

  public static final Setting<Duration> CLOCK_SKEW =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.clock-skew",
              duration(),
              "60 s",
              "By how much its clock and ours may differ."));

  public static final Setting<Duration> OIDC_TIMEOUT =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.timeout",
              duration(),
              "5 s",
              "The deadline of each request for its keys."));

  public static final Setting<Duration> KEYS_REFRESH =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.keys-refresh",
              duration(),
              "5 min",
              "The age at which its keys are asked for again while they are in use; not more than"
                  + " keys-max-age."));

  public static final Setting<Duration> KEYS_MAX_AGE =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.keys-max-age",
              duration(),
              "1 h",
              "How long its keys count while it does not answer; more than keys-retry."));

  public static final Setting<Duration> KEYS_RETRY =
      OF_OIDC.add(
          Setting.of(
              "weir.security.oidc.keys-retry",
              duration(),
              "10 s",
              "In each such time it is asked for its keys twice at the most, whatever tokens come."));

  public static final Setting<Duration> REMEMBER =
      OF_ALL.add(
          Setting.of(
              "weir.security.remember",
              duration(),
              "60 s",
              "How long credentials that were found right are not looked at again."));

  public static final Setting<Integer> FREE_FAILURES =
      OF_ALL.add(
          Setting.of(
              "weir.security.failures.free",
              integer(1, 1_000_000),
              "5",
              "How many failed attempts in a row, of one user from one address, cost no waiting."));

  public static final Setting<Duration> LONGEST_WAIT =
      OF_ALL.add(
          Setting.of(
              "weir.security.failures.max-wait",
              duration(),
              "5 min",
              "The longest wait after more, which begins at 1 s and doubles with each."));

  public static final Setting<Integer> TRACKED_FAILURES =
      OF_ALL.add(
          Setting.of(
              "weir.security.failures.tracked",
              integer(1, 10_000_000),
              "10000",
              "Of how many users and addresses failed attempts are counted."));

  public static final Setting<Integer> WORKERS =
      OF_ALL.add(
          Setting.of(
              "weir.security.workers",
              integer(1, 1_000),
              "2",
              "The number of threads that verify passwords and tokens."));

  public static final Setting<Integer> WAITING =
      OF_ALL.add(
          Setting.of(
              "weir.security.max-waiting",
              integer(1, 1_000_000),
              "100",
              "How many verifications may wait for one of them before more are refused."));

  private SecurityKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return Stream.of(GROUP, METHODS, OF_OIDC, OF_ALL)
        .<Setting<?>>flatMap(group -> group.all().stream())
        .toList();
  }

  /** Each turns one way of authentication on. */
  public static List<Setting<?>> methods() {
    return METHODS.all();
  }

  /** What counts where there is an OpenID provider. */
  public static List<Setting<?>> ofOidc() {
    return OF_OIDC.all();
  }

  /** What counts for all ways of authentication. */
  public static List<Setting<?>> ofEveryMethod() {
    return OF_ALL.all();
  }
}
