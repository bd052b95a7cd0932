// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;
import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.file;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.oneOf;
import static dev.weir.server.settings.types.ValueTypes.text;

import dev.weir.server.settings.types.ClientAuth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of the server's own TLS. */
public final class TlsKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Path> CERTIFICATE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.certificate",
                  file(),
                  "PEM file with the server's certificate chain. Enables TLS.")
              .standaloneOnly());

  public static final Setting<Path> KEY =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.key",
                  file(),
                  "PEM file with the server's private key. Default: the key in the certificate's file.")
              .standaloneOnly());

  public static final Setting<Path> KEY_STORE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.keystore",
                  file(),
                  "Keystore (PKCS12 or JKS) with the server's key and certificates, instead of PEM files. Enables TLS.")
              .standaloneOnly());

  public static final Setting<String> KEY_STORE_PASSWORD =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.keystore-password",
                  text("text", "a password"),
                  "Password of the keystore.")
              .standaloneOnly());

  public static final Setting<String> KEY_PASSWORD =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.key-password",
                  text("text", "a password"),
                  "Password of the private key. Default: the password of the keystore, or none.")
              .standaloneOnly());

  public static final Setting<ClientAuth> CLIENT_AUTH =
      GROUP.add(
          Setting.of(
                  "weir.tls.client-auth",
                  oneOf(ClientAuth.class),
                  "none",
                  "Whether the server requests client certificates, and whether it requires one.")
              .standaloneOnly());

  public static final Setting<Path> TRUST_STORE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.truststore",
                  file(),
                  "Truststore (PKCS12, JKS or PEM) for client certificates.")
              .standaloneOnly());

  public static final Setting<String> TRUST_STORE_PASSWORD =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.truststore-password",
                  text("text", "a password"),
                  "Password of the truststore.")
              .standaloneOnly());

  public static final Setting<Duration> RELOAD_INTERVAL =
      GROUP.add(
          Setting.of(
                  "weir.tls.reload-interval",
                  duration(),
                  "10 s",
                  "How often the TLS files are checked for changes. New connections use the new files.")
              .standaloneOnly());

  public static final Setting<Integer> REDIRECT_PORT =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.redirect-port",
                  integer(0, 65_535),
                  "Port that redirects plain HTTP to HTTPS and serves nothing else; 0 takes any free port.")
              .standaloneOnly());

  public static final Setting<Boolean> HSTS =
      GROUP.add(
          Setting.of(
                  "weir.tls.hsts",
                  bool(),
                  "true",
                  "Tells browsers to use HTTPS only for this host, for half a year. Never sent to localhost.")
              .standaloneOnly());

  private TlsKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
