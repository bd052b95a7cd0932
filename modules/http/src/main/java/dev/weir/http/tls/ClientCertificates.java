// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.tls;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.ssl.SSLUtils;

/** The certificates of a client, which were verified when it connected. */
public final class ClientCertificates {
  private ClientCertificates() {}

  /**
   * The client's certificate, followed by those that signed it; empty if the client has sent none.
   */
  public static X509Certificate[] of(Request request) {
    SSLEngine engine = SSLUtils.getSSLEngine(request.getContext().getConnection());
    if (engine == null) {
      return new X509Certificate[0];
    }
    try {
      Certificate[] shown = engine.getSession().getPeerCertificates();
      return Arrays.copyOf(shown, shown.length, X509Certificate[].class);
    } catch (SSLPeerUnverifiedException e) {
      return new X509Certificate[0];
    }
  }
}
