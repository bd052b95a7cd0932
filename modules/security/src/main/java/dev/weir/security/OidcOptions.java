// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider and the requirements for its tokens.
 *
 * @param issuer issuer URL: the required claim {@code iss}, and the start of key discovery
 * @param audiences accepted audiences; a token must contain one of them
 * @param audienceClaim claim with the audience, {@code aud} by the standards; dots lead into
 *     objects
 * @param algorithms accepted signature algorithms, asymmetric, by their names in RFC 7518
 * @param nameClaim claim with the caller's name; dots lead into objects
 * @param rolesClaim claim with the caller's roles: a list, a text with blanks, or an object with an
 *     object of texts for each role; dots lead into objects
 * @param clockSkew tolerated difference between the provider's clock and this server's
 * @param timeout deadline of each request to the provider
 * @param keysRefresh age at which keys in use are fetched again
 * @param keysMaxAge age at which keys expire if the provider does not answer; at least {@code
 *     keysRefresh}
 * @param keysRetry period with at most two fetches of keys, whatever tokens arrive; less than
 *     {@code keysMaxAge}
 */
public record OidcOptions(
    URI issuer,
    Set<String> audiences,
    String audienceClaim,
    Set<String> algorithms,
    String nameClaim,
    String rolesClaim,
    Duration clockSkew,
    Duration timeout,
    Duration keysRefresh,
    Duration keysMaxAge,
    Duration keysRetry) {
  /** Copies the sets. */
  public OidcOptions {
    requireNonNull(issuer, "issuer");
    audiences = Set.copyOf(audiences);
    requireNonNull(audienceClaim, "audienceClaim");
    algorithms = Set.copyOf(algorithms);
    requireNonNull(nameClaim, "nameClaim");
    requireNonNull(rolesClaim, "rolesClaim");
    requireNonNull(clockSkew, "clockSkew");
    requireNonNull(timeout, "timeout");
    requireNonNull(keysRefresh, "keysRefresh");
    requireNonNull(keysMaxAge, "keysMaxAge");
    requireNonNull(keysRetry, "keysRetry");
  }

  /** Returns a builder with one method per component. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builder with one method per component. */
  public static final class Builder {
    private @Nullable URI issuer;
    private @Nullable Set<String> audiences;
    private @Nullable String audienceClaim;
    private @Nullable Set<String> algorithms;
    private @Nullable String nameClaim;
    private @Nullable String rolesClaim;
    private @Nullable Duration clockSkew;
    private @Nullable Duration timeout;
    private @Nullable Duration keysRefresh;
    private @Nullable Duration keysMaxAge;
    private @Nullable Duration keysRetry;

    private Builder() {}

    public Builder issuer(URI value) {
      issuer = value;
      return this;
    }

    public Builder audiences(Set<String> value) {
      audiences = value;
      return this;
    }

    public Builder audienceClaim(String value) {
      audienceClaim = value;
      return this;
    }

    public Builder algorithms(Set<String> value) {
      algorithms = value;
      return this;
    }

    public Builder nameClaim(String value) {
      nameClaim = value;
      return this;
    }

    public Builder rolesClaim(String value) {
      rolesClaim = value;
      return this;
    }

    public Builder clockSkew(Duration value) {
      clockSkew = value;
      return this;
    }

    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    public Builder keysRefresh(Duration value) {
      keysRefresh = value;
      return this;
    }

    public Builder keysMaxAge(Duration value) {
      keysMaxAge = value;
      return this;
    }

    public Builder keysRetry(Duration value) {
      keysRetry = value;
      return this;
    }

    /**
     * Builds the options.
     *
     * @throws NullPointerException if a component is missing
     */
    public OidcOptions build() {
      return new OidcOptions(
          requireNonNull(issuer, "issuer"),
          requireNonNull(audiences, "audiences"),
          requireNonNull(audienceClaim, "audienceClaim"),
          requireNonNull(algorithms, "algorithms"),
          requireNonNull(nameClaim, "nameClaim"),
          requireNonNull(rolesClaim, "rolesClaim"),
          requireNonNull(clockSkew, "clockSkew"),
          requireNonNull(timeout, "timeout"),
          requireNonNull(keysRefresh, "keysRefresh"),
          requireNonNull(keysMaxAge, "keysMaxAge"),
          requireNonNull(keysRetry, "keysRetry"));
    }
  }
}
