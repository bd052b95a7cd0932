// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The part of a client certificate that names the caller. */
public enum CertificateName {
  /** The common name of the subject. */
  CN,
  /** The whole subject, formatted as in RFC 2253: {@code CN=alice,OU=ops,O=Example}. */
  DN;

  /** The value in settings: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The caller's name in a certificate; empty if there is none. */
  Optional<String> of(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    return (this == DN ? Optional.of(subject) : commonName(subject))
        .filter(name -> !name.isBlank());
  }

  /** The most specific common name: RFC 2253 puts it first, {@link LdapName#getRdns} last. */
  private static Optional<String> commonName(String subject) {
    try {
      List<Rdn> parts = new LdapName(subject).getRdns();
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (parts.get(i).getType().equalsIgnoreCase("CN")
            && parts.get(i).getValue() instanceof String name) {
          return Optional.of(name);
        }
      }
    } catch (InvalidNameException e) {
      // An unreadable subject has no name.
    }
    return Optional.empty();
  }
}
