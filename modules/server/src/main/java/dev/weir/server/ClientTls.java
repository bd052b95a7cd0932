package dev.weir.server;

import dev.weir.server.settings.Settings;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS towards a cluster with certificates of its own. */
final class ClientTls {
  private ClientTls() {}

  static SSLContext context(Settings.Tls tls) throws StartFailure {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StartFailure("TLS cannot be set up: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager[] keys(Settings.Tls tls) throws StartFailure, GeneralSecurityException {
    return tls.keyStore().isEmpty()
        ? new KeyManager[0]
        : CertificateStores.keys(tls.keyStore().get(), tls.keyStorePassword(), tls.keyPassword());
  }

  private static TrustManager[] trust(Settings.Tls tls)
      throws StartFailure, GeneralSecurityException {
    return tls.trustStore().isEmpty()
        ? CertificateStores.trust()
        : CertificateStores.trust(tls.trustStore().get(), tls.trustStorePassword());
  }
}
