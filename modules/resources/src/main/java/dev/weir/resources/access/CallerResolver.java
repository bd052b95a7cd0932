// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.security.AuthenticationException;
import dev.weir.security.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/** Finds out who sends a request. */
public interface CallerResolver {
  /**
   * Who it is; who shows nothing is anonymous.
   *
   * @throws AuthenticationException if that is not known
   */
  Caller of(ContainerRequestContext request) throws AuthenticationException;

  /** The values of {@code WWW-Authenticate} of a 401. */
  List<String> challenges();
}
