// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Credentials of a request.
 *
 * @param authorization the header {@code Authorization}; empty if absent
 * @param certificate client certificate verified by the TLS connection; empty if absent
 * @param address address of the client; failed attempts are counted per address
 */
public record Credentials(
    Optional<String> authorization, Optional<X509Certificate> certificate, String address) {
  public Credentials {
    requireNonNull(authorization, "authorization");
    requireNonNull(certificate, "certificate");
    requireNonNull(address, "address");
  }
}
