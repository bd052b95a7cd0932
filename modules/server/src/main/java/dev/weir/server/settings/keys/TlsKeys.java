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

/** The settings of the server's own TLS, and what they make together. */
public final class TlsKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Path> CERTIFICATE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.certificate",
                  file(),
                  "The PEM file with the server's certificate and those that it is signed by; it turns TLS on.")
              .standaloneOnly());

  public static final Setting<Path> KEY =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.key",
                  file(),
                  "The PEM file with the server's key; without it, the key is in the file of the certificate.")
              .standaloneOnly());

  public static final Setting<Path> KEY_STORE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.keystore",
                  file(),
                  "The store (PKCS12 or JKS) with the server's key and certificates, in place of PEM files; it turns TLS on.")
              .standaloneOnly());

  public static final Setting<String> KEY_STORE_PASSWORD =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.keystore-password",
                  text("text", "a password"),
                  "The password of that store.")
              .standaloneOnly());

  public static final Setting<String> KEY_PASSWORD =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.key-password",
                  text("text", "a password"),
                  "The password of the key; without it that of the store, or none.")
              .standaloneOnly());

  public static final Setting<ClientAuth> CLIENT_AUTH =
      GROUP.add(
          Setting.of(
                  "weir.tls.client-auth",
                  oneOf(ClientAuth.class),
                  "none",
                  "Whether clients are asked for a certificate, and let in without one.")
              .standaloneOnly());

  public static final Setting<Path> TRUST_STORE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.truststore",
                  file(),
                  "The store (PKCS12, JKS or PEM) of the certificates that those of clients must be signed by.")
              .standaloneOnly());

  public static final Setting<String> TRUST_STORE_PASSWORD =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.truststore-password",
                  text("text", "a password"),
                  "The password of that store.")
              .standaloneOnly());

  public static final Setting<Duration> RELOAD_INTERVAL =
      GROUP.add(
          Setting.of(
                  "weir.tls.reload-interval",
                  duration(),
                  "10 s",
                  "How often these files are looked at; new connections get what is new in them.")
              .standaloneOnly());

  public static final Setting<Integer> REDIRECT_PORT =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.tls.redirect-port",
                  integer(0, 65_535),
                  "A port for plain HTTP that sends every request on to https and serves nothing; 0 takes any free one.")
              .standaloneOnly());

  public static final Setting<Boolean> HSTS =
      GROUP.add(
          Setting.of(
                  "weir.tls.hsts",
                  bool(),
                  "true",
                  "Whether browsers are told to use https alone for this host for half a year; localhost never is.")
              .standaloneOnly());

  private TlsKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
