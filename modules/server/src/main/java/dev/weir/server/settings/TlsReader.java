// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.TlsKeys;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.types.ClientAuth;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the settings of the server's TLS. */
final class TlsReader {
  private TlsReader() {}

  /** The TLS settings; empty if neither a certificate nor a key store is given. */
  static Optional<ServerTls> read(ResolvedSettings resolved) throws SettingsException {
    Optional<ServerTls.Identity> identity = identity(resolved);
    if (identity.isEmpty()) {
      for (Setting<?> useless : TlsKeys.all()) {
        requireEffect(
            resolved, useless, false, TlsKeys.CERTIFICATE.key() + " or " + TlsKeys.KEY_STORE.key());
      }
      return Optional.empty();
    }
    ClientAuth clientAuth = resolved.value(TlsKeys.CLIENT_AUTH);
    Optional<Path> trustStore = resolved.optional(TlsKeys.TRUST_STORE);
    if (clientAuth == ClientAuth.NONE) {
      requireEffect(resolved, TlsKeys.TRUST_STORE, false, TlsKeys.CLIENT_AUTH.key());
    } else if (trustStore.isEmpty()) {
      throw new SettingsException(
          TlsKeys.CLIENT_AUTH.key()
              + " needs "
              + TlsKeys.TRUST_STORE.key()
              + ", which is not given.");
    }
    requireEffect(
        resolved, TlsKeys.TRUST_STORE_PASSWORD, trustStore.isPresent(), TlsKeys.TRUST_STORE.key());
    return Optional.of(
        new ServerTls(
            identity.get(),
            clientAuth,
            trustStore,
            resolved.optional(TlsKeys.TRUST_STORE_PASSWORD),
            resolved.value(TlsKeys.RELOAD_INTERVAL),
            resolved.optional(TlsKeys.REDIRECT_PORT),
            resolved.value(TlsKeys.HSTS)));
  }

  private static Optional<ServerTls.Identity> identity(ResolvedSettings resolved)
      throws SettingsException {
    Optional<Path> certificate = resolved.optional(TlsKeys.CERTIFICATE);
    Optional<Path> store = resolved.optional(TlsKeys.KEY_STORE);
    if (certificate.isPresent() && store.isPresent()) {
      throw new SettingsException(
          TlsKeys.CERTIFICATE.key()
              + " and "
              + TlsKeys.KEY_STORE.key()
              + " are both given; the server takes one of them.");
    }
    requireEffect(resolved, TlsKeys.KEY, certificate.isPresent(), TlsKeys.CERTIFICATE.key());
    requireEffect(resolved, TlsKeys.KEY_STORE_PASSWORD, store.isPresent(), TlsKeys.KEY_STORE.key());
    Optional<String> keyPassword = resolved.optional(TlsKeys.KEY_PASSWORD);
    if (certificate.isPresent()) {
      Path key = resolved.optional(TlsKeys.KEY).orElse(certificate.get());
      return Optional.of(new ServerTls.Pem(certificate.get(), key, keyPassword));
    }
    if (store.isPresent()) {
      Optional<String> password = resolved.optional(TlsKeys.KEY_STORE_PASSWORD);
      return Optional.of(new ServerTls.Store(store.get(), password, keyPassword));
    }
    return Optional.empty();
  }

  /** Rejects a setting that has no effect without another one: it is a mistake. */
  private static void requireEffect(
      ResolvedSettings resolved, Setting<?> setting, boolean effect, String without)
      throws SettingsException {
    if (!effect && resolved.isSet(setting)) {
      throw new SettingsException(setting.key() + " has no effect without " + without + ".");
    }
  }
}
