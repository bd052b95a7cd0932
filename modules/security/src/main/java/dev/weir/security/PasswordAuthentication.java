// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Verifies HTTP Basic credentials (RFC 7617): user and password. */
final class PasswordAuthentication {
  private final WatchedFile<Htpasswd> users;
  private final Remembered<Identity> remembered;
  private final Attempts attempts;
  private final Workers workers;

  PasswordAuthentication(
      WatchedFile<Htpasswd> users,
      Remembered<Identity> remembered,
      Attempts attempts,
      Workers workers) {
    this.users = users;
    this.remembered = remembered;
    this.attempts = attempts;
    this.workers = workers;
  }

  CompletableFuture<Identity> authenticate(String encoded, String address) {
    String decoded = decoded(encoded);
    int colon = decoded.indexOf(':');
    if (colon <= 0) {
      return CompletableFuture.failedFuture(
          AuthenticationException.refused(
              "Basic has to be followed by a user, a colon and a password in Base64."));
    }
    String user = decoded.substring(0, colon);
    String password = decoded.substring(colon + 1);
    Htpasswd file = users.current();
    Optional<String> hash = file.hash(user);
    // Includes the hash, so that a changed password invalidates the cached one at once.
    String digest = remembered.digest(user, password, hash.orElse(""));
    return remembered.get(
        digest,
        () ->
            attempts.counted(
                List.of(address, user), () -> workers.run(() -> verified(file, user, password))));
  }

  private static Identity verified(Htpasswd file, String user, String password)
      throws AuthenticationException {
    if (!file.verify(user, password.getBytes(UTF_8))) {
      throw AuthenticationException.refused("Unknown user or wrong password.");
    }
    return Identity.of(user, Set.of());
  }

  private static String decoded(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
