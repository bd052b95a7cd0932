// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds out who asks. */
public interface Authentication extends AutoCloseable {
  /**
   * Who shows these credentials; who shows none is anonymous.
   *
   * <p>Returns at once, whatever has to be computed or asked for, and within a deadline completes;
   * if not with a caller then with an {@link AuthenticationException}.
   */
  CompletableFuture<Caller> authenticate(Credentials credentials);

  /** The values of {@code WWW-Authenticate} of a 401; empty where nobody is ever asked. */
  List<String> challenges();

  /** Ends its threads. */
  @Override
  void close();

  /** The one that asks nobody, and lets everybody do everything. */
  static Authentication none() {
    return new NoAuthentication();
  }
}
