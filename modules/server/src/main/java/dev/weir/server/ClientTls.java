// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.model.clusters.ClusterName;
import dev.weir.server.settings.Settings;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS to a cluster that has its own certificates. */
final class ClientTls {
  private ClientTls() {}

  /**
   * Reads the key store and the trust store.
   *
   * @throws StartFailure if a store cannot be used
   */
  static SSLContext context(ClusterName cluster, Settings.Tls tls) throws StartFailure {
    String settings = "weir.clusters." + cluster + ".security.ssl.rest.";
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(settings, tls), trust(settings, tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StartFailure("TLS cannot be set up: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager[] keys(String settings, Settings.Tls tls) throws StartFailure {
    return tls.keyStore().isEmpty()
        ? new KeyManager[0]
        : CertificateStores.keys(
            settings + "keystore", tls.keyStore().get(), tls.keyStorePassword(), tls.keyPassword());
  }

  private static TrustManager[] trust(String settings, Settings.Tls tls)
      throws StartFailure, GeneralSecurityException {
    return tls.trustStore().isEmpty()
        ? CertificateStores.trust()
        : CertificateStores.trust(
            settings + "truststore", tls.trustStore().get(), tls.trustStorePassword());
  }
}
