// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.security.AuthenticationException;
import dev.weir.security.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/** Resolves the caller of a request. */
public interface CallerResolver {
  /**
   * The caller; anonymous if the request has no credentials.
   *
   * @throws AuthenticationException if the caller cannot be authenticated
   */
  Caller of(ContainerRequestContext request) throws AuthenticationException;

  /** The values of the header {@code WWW-Authenticate} of a 401. */
  List<String> challenges();
}
