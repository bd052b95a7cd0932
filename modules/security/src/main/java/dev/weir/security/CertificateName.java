// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What of a client's certificate is its name. */
public enum CertificateName {
  /** The common name of the subject. */
  CN,
  /** The subject as a whole, as in RFC 2253: {@code CN=alice,OU=ops,O=Example}. */
  DN;

  /** As settings have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in a certificate, if it has one. */
  Optional<String> of(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    return (this == DN ? Optional.of(subject) : commonName(subject))
        .filter(name -> !name.isBlank());
  }

  /**
   * The one that is nearest to the subject, which such a name has first and its parts have last.
   */
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
      // A subject that cannot be read names nobody.
    }
    return Optional.empty();
  }
}
