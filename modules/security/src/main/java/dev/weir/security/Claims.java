package dev.weir.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the name and the roles in the claims of a token. */
final class Claims {
  private final String nameClaim;
  private final String rolesClaim;

  Claims(String nameClaim, String rolesClaim) {
    this.nameClaim = nameClaim;
    this.rolesClaim = rolesClaim;
  }

  Identity identity(JWTClaimsSet claims) throws AuthenticationException {
    if (at(nameClaim, claims.getClaims()) instanceof String name) {
      return Identity.of(name, roles(at(rolesClaim, claims.getClaims())));
    }
    throw AuthenticationException.refused(
        "The token has no claim " + nameClaim + ", which names the caller.");
  }

  /** A claim that has the whole path for its name comes first: some names are URLs. */
  private static @Nullable Object at(String path, Map<?, ?> object) {
    if (object.containsKey(path)) {
      return object.get(path);
    }
    int dot = path.indexOf('.');
    return dot > 0 && object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(path.substring(dot + 1), inner)
        : null;
  }

  private static Set<String> roles(@Nullable Object claim) {
    if (claim instanceof String text) {
      return Arrays.stream(text.split("\\s+", -1))
          .filter(role -> !role.isEmpty())
          .collect(Collectors.toSet());
    }
    return claim instanceof Collection<?> list
        ? list.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
