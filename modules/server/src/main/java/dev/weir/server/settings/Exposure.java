// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.security.AccessLevel;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.AuthenticationOptions;
import dev.weir.server.settings.keys.SecurityKeys;
import dev.weir.server.settings.keys.ServerKeys;
import dev.weir.server.settings.keys.TlsKeys;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.types.Addresses;
import dev.weir.server.settings.types.ClientAuth;
import dev.weir.server.settings.types.SecurityMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a standalone server is exposed to other machines: what is rejected, and what causes a
 * warning.
 */
public final class Exposure {
  private final Settings settings;
  private final boolean alone;

  private Exposure(Settings settings) {
    this.settings = settings;
    this.alone = Addresses.isLoopback(settings.server().bind());
  }

  /**
   * Checks how a standalone server would be exposed.
   *
   * @return a line for each unsafe configuration that was chosen, ending in the recommended action
   * @throws SettingsException if others can reach the server, but no setting configures
   *     authentication or switches it off; also if a security setting cannot take effect
   */
  public static List<String> of(Settings settings) throws SettingsException {
    Exposure exposure = new Exposure(settings);
    exposure.require();
    return exposure.unsafe();
  }

  /** Whether others can reach the server, although no setting says who may do what. */
  public static boolean isUnguarded(Settings settings) {
    return !Addresses.isLoopback(settings.server().bind()) && settings.security().mode().isEmpty();
  }

  private void require() throws SettingsException {
    Optional<SecurityMode> mode = settings.security().mode();
    if (mode.equals(Optional.of(SecurityMode.CONTAINER))) {
      throw new SettingsException(
          SecurityKeys.MODE.key()
              + " is 'container', but this server does not run in a container.");
    }
    if (certificatesCount() && !certificatesAreShown()) {
      throw new SettingsException(
          SecurityKeys.CERTIFICATE.key()
              + " has no effect without "
              + TlsKeys.CLIENT_AUTH.key()
              + ", which requests client certificates.");
    }
    if (isUnguarded(settings)) {
      throw new SettingsException(
          String.join(
              System.lineSeparator(),
              ServerKeys.BIND.key()
                  + " is '"
                  + settings.server().bind()
                  + "'"
                  + settings
                      .origin(ServerKeys.BIND.key())
                      .map(origin -> " (" + origin + ")")
                      .orElse("")
                  + ", so others can reach the server, but no authentication is configured. Choose one:",
              "  --set weir.security.basic.file=FILE    users and passwords, in the format of htpasswd -B",
              "  --set weir.security.token.file=FILE    tokens; java -jar weir.jar token NAME makes one",
              "  --set weir.security.oidc.issuer=URL --set weir.security.oidc.audience=NAME",
              "                                         the tokens of an OpenID provider",
              "  --bind 127.0.0.1                       listen on this machine only",
              "  --set weir.security=none               every caller may do everything"));
    }
  }

  private boolean certificatesCount() {
    return settings
        .security()
        .authentication()
        .flatMap(AuthenticationOptions::certificates)
        .isPresent();
  }

  private boolean certificatesAreShown() {
    return settings.server().tls().filter(tls -> tls.clientAuth() != ClientAuth.NONE).isPresent();
  }

  private List<String> unsafe() {
    List<String> lines = new ArrayList<>();
    Optional<AuthenticationOptions> own = settings.security().authentication();
    if (!alone && own.isEmpty()) {
      lines.add(
          "Every caller that reaches "
              + settings.server().bind()
              + " may do everything, because weir.security is none. Recommended action: set"
              + " weir.security.basic.file, weir.security.token.file or weir.security.oidc.issuer.");
    }
    if (!alone
        && settings.server().tls().isEmpty()
        && own.filter(Exposure::showsSecrets).isPresent()) {
      lines.add(
          "Passwords and tokens cross the network in plain text, because TLS is off. Recommended action: set weir.tls.certificate, or bind to 127.0.0.1 behind a TLS proxy.");
    }
    if (!alone
        && settings.submission().enabled()
        && own.filter(Exposure::asksSubmitters).isEmpty()) {
      lines.add(
          "Every caller may upload and run jars, which can run any code."
              + " Recommended action: set weir.submit.enabled to false, or limit weir.access.submit.");
    }
    own.flatMap(AuthenticationOptions::oidc)
        .filter(oidc -> "http".equalsIgnoreCase(oidc.issuer().getScheme()))
        .filter(oidc -> !Addresses.isLoopback(oidc.issuer().getHost()))
        .ifPresent(
            oidc ->
                lines.add(
                    "The keys of the OpenID provider are read from "
                        + oidc.issuer()
                        + " without TLS, so an attacker on the network can forge tokens. Recommended"
                        + " action: set weir.security.oidc.issuer to its https address."));
    return lines;
  }

  private static boolean showsSecrets(AuthenticationOptions own) {
    return own.passwords().isPresent() || own.tokens().isPresent() || own.oidc().isPresent();
  }

  /** Whether only some known callers may submit: neither all of them nor anonymous ones. */
  private static boolean asksSubmitters(AuthenticationOptions own) {
    return Stream.concat(
            Stream.of(own.rules().general()), own.rules().ofClusters().values().stream())
        .noneMatch(Exposure::letsEverybodySubmit);
  }

  private static boolean letsEverybodySubmit(Levels levels) {
    return levels.anonymous().equals(Optional.of(AccessLevel.SUBMIT))
        || Optional.ofNullable(levels.subjects().get(AccessLevel.SUBMIT))
            .filter(subjects -> subjects.everybody())
            .isPresent();
  }
}
