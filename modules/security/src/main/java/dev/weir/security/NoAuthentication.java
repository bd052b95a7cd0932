// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** No authentication: every caller may do everything. */
final class NoAuthentication implements Authentication {
  private static final Caller EVERYBODY = Caller.anonymous(Grants.EVERYTHING);

  @Override
  public CompletableFuture<Caller> authenticate(Credentials credentials) {
    return CompletableFuture.completedFuture(EVERYBODY);
  }

  @Override
  public List<String> challenges() {
    return List.of();
  }

  @Override
  public void close() {
    // Nothing to stop.
  }
}
