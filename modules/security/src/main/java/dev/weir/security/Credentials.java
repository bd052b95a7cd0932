// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What a request shows of who sends it.
 *
 * @param authorization the header {@code Authorization}; empty without
 * @param certificate that of the client, which its TLS connection has verified; empty without
 * @param address where it comes from; failed attempts are counted by it
 */
public record Credentials(
    Optional<String> authorization, Optional<X509Certificate> certificate, String address) {
  /** Checks that all is there. */
  public Credentials {
    requireNonNull(authorization, "authorization");
    requireNonNull(certificate, "certificate");
    requireNonNull(address, "address");
  }
}
