// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import dev.weir.model.Printable;
import java.util.Set;

/**
 * Name and roles of a caller, from its credentials.
 *
 * @param name name of the caller
 * @param roles roles of the caller
 */
record Identity(String name, Set<String> roles) {
  private static final int LONGEST = 256;

  Identity {
    roles = Set.copyOf(roles);
  }

  /** Checks that the name is fit for access rules and logs. */
  static Identity of(String name, Set<String> roles) throws AuthenticationException {
    if (name.isBlank() || name.length() > LONGEST || !Printable.isPrintable(name)) {
      throw AuthenticationException.refused(
          "The name of the caller is empty, longer than "
              + LONGEST
              + " characters, or has control characters in it.");
    }
    return new Identity(name, roles);
  }
}
