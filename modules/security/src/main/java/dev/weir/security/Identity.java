// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import dev.weir.model.Printable;
import java.util.Set;

/**
 * What credentials say of who shows them.
 *
 * @param name its name
 * @param roles its roles
 */
record Identity(String name, Set<String> roles) {
  private static final int LONGEST = 256;

  Identity {
    roles = Set.copyOf(roles);
  }

  /** A name fit for rules and logs, or a refusal. */
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
