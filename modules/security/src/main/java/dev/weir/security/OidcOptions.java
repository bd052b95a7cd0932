// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider, and what its tokens have to be like.
 *
 * @param issuer its address, which is the claim {@code iss} and leads to its keys
 * @param audiences one of them has to be in the claim of the audience
 * @param audienceClaim the claim of the audience, {@code aud} by the standards; dots lead into
 *     objects
 * @param algorithms those that signatures may have, asymmetric ones, by their names in RFC 7518
 * @param nameClaim the claim that is the caller's name; dots lead into objects
 * @param rolesClaim the claim that has the caller's roles: a list, a text with blanks, or an object
 *     with an object of texts for each role; dots lead into objects
 * @param clockSkew by how much its clock and ours may differ
 * @param timeout the deadline of each request for its keys
 * @param keysRefresh the age from which on keys are asked for again while they are in use
 * @param keysMaxAge the age from which on keys do not count any more, should it not answer; not
 *     less than {@code keysRefresh}
 * @param keysRetry a time in which keys are asked for twice at the most, whatever tokens come; less
 *     than {@code keysMaxAge}
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
  /** Copies the sets and checks that all is there. */
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

  /** Begins to make one, each component by its name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
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
     * Makes it.
     *
     * @throws NullPointerException if something is missing
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
