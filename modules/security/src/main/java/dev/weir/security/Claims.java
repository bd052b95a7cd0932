// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads audience, name and roles from the claims of a token. */
final class Claims {
  private static final Logger LOG = System.getLogger(Claims.class.getName());

  /** Names the claims that the provider moved out of the token (OpenID Connect Core 5.6.2). */
  private static final String LEFT_OUT = "_claim_names";

  private final String audienceClaim;
  private final String nameClaim;
  private final String rolesClaim;

  Claims(OidcOptions options) {
    this.audienceClaim = options.audienceClaim();
    this.nameClaim = options.nameClaim();
    this.rolesClaim = options.rolesClaim();
  }

  /** Rejects a token without an accepted audience. */
  void requireAudience(JWTClaimsSet claims, Set<String> accepted) throws AuthenticationException {
    Object found = at(audienceClaim, claims.getClaims());
    boolean meant =
        found instanceof Collection<?> list
            ? list.stream().anyMatch(accepted::contains)
            : found instanceof String text && accepted.contains(text);
    if (!meant) {
      throw AuthenticationException.refused(
          "The token is refused: its claim "
              + audienceClaim
              + (found == null ? ", the audience, is missing." : " has no accepted audience."));
    }
  }

  Identity identity(JWTClaimsSet claims) throws AuthenticationException {
    if (at(nameClaim, claims.getClaims()) instanceof String name) {
      Object roles = at(rolesClaim, claims.getClaims());
      Identity identity = Identity.of(name, roles(roles).collect(Collectors.toSet()));
      if (identity.roles().isEmpty()) {
        LOG.log(Level.DEBUG, () -> withoutRoles(identity, roles, claims));
      }
      return identity;
    }
    throw AuthenticationException.refused(
        "The token has no claim " + nameClaim + ", which names the caller.");
  }

  /** The claim at a dotted path. Longer claim names win: some are URLs or host names. */
  private static @Nullable Object at(String path, Map<?, ?> object) {
    if (object.containsKey(path)) {
      return object.get(path);
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (object.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        Object found = at(path.substring(dot + 1), inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Stream<String> roles(@Nullable Object claim) {
    if (claim instanceof String text) {
      return Arrays.stream(text.split("\\s+", -1)).filter(role -> !role.isEmpty());
    }
    return claim instanceof Collection<?> list
        ? list.stream().flatMap(one -> one instanceof String role ? Stream.of(role) : keys(one))
        : keys(claim);
  }

  /** Zitadel has an object for each role, with the ids of organisations and their domains. */
  private static Stream<String> keys(@Nullable Object claim) {
    return claim instanceof Map<?, ?> roles && roles.values().stream().allMatch(Claims::isOfTexts)
        ? roles.keySet().stream().map(Objects::toString)
        : Stream.empty();
  }

  private static boolean isOfTexts(@Nullable Object value) {
    return value instanceof Map<?, ?> texts
        && texts.values().stream().allMatch(String.class::isInstance);
  }

  private String withoutRoles(Identity identity, @Nullable Object claim, JWTClaimsSet claims) {
    return "The token of "
        + identity.name()
        + " has no readable roles in its claim "
        + rolesClaim
        + ": "
        + shape(claim, claims);
  }

  private String shape(@Nullable Object claim, JWTClaimsSet claims) {
    if (claim == null) {
      return claims.getClaim(LEFT_OUT) instanceof Map<?, ?> names && names.containsKey(rolesClaim)
          ? "the provider moved too many roles out of the token (" + LEFT_OUT + ")."
          : "there is no such claim.";
    }
    if (claim instanceof Collection<?> list) {
      return list.isEmpty() ? "it is an empty list." : "the list contains no names of roles.";
    }
    return claim instanceof String
        ? "it is an empty text."
        : claim instanceof Map<?, ?> ? "it is an object." : "it is a number or true or false.";
  }
}
