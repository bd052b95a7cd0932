// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Authenticates callers. */
public interface Authentication extends AutoCloseable {
  /**
   * Finds the caller with these credentials; without credentials, the caller is anonymous.
   *
   * <p>Never blocks. The future completes within a deadline, with a caller or an {@link
   * AuthenticationException}.
   */
  CompletableFuture<Caller> authenticate(Credentials credentials);

  /** The challenges ({@code WWW-Authenticate}) of a 401; empty if authentication is off. */
  List<String> challenges();

  /** Stops its threads. */
  @Override
  void close();

  /** No authentication: every caller may do everything. */
  static Authentication none() {
    return new NoAuthentication();
  }
}
