// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches a provider's published keys by its discovery document (OpenID Connect Discovery 4). */
final class PublishedKeys implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = System.getLogger(PublishedKeys.class.getName());

  private final URI issuer;
  private final SmallDocuments documents;
  private volatile boolean read;

  PublishedKeys(URI issuer, SmallDocuments documents) {
    this.issuer = issuer;
    this.documents = documents;
  }

  /** Whether the last fetch succeeded. */
  boolean wereRead() {
    return read;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
      throws JWKSetUnavailableException {
    try {
      JWKSet keys = JWKSet.parse(documents.at(keysAddress(documents.at(discovery()))));
      read = true;
      return keys;
    } catch (ParseException e) {
      throw failed(new JWKSetParseException("The keys of " + issuer + " cannot be read", e));
    } catch (IOException e) {
      throw failed(new JWKSetRetrievalException("The keys of " + issuer + " cannot be read", e));
    }
  }

  private JWKSetUnavailableException failed(JWKSetUnavailableException failure) {
    read = false;
    LOG.log(Level.WARNING, failure.getMessage(), failure.getCause());
    return failure;
  }

  private URI discovery() {
    return URI.create(
        issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  private URI keysAddress(String discovery) throws ParseException, IOException {
    Map<String, Object> document = JSONObjectUtils.parse(discovery);
    String named = JSONObjectUtils.getString(document, "issuer");
    if (!issuer.toString().equals(named)) {
      throw new IOException("The discovery document names the issuer " + named);
    }
    URI keys = JSONObjectUtils.getURI(document, "jwks_uri");
    if (keys == null || !isSafe(keys)) {
      throw new IOException("The discovery document has no usable jwks_uri: " + keys);
    }
    return keys;
  }

  /** Whether the address uses HTTPS, or at least the scheme of the issuer. */
  private boolean isSafe(URI keys) {
    return "https".equalsIgnoreCase(keys.getScheme())
        || issuer.getScheme().equalsIgnoreCase(keys.getScheme());
  }

  @Override
  public void close() {}
}
