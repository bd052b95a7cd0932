// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import dev.weir.security.AccessLevel;
import java.util.Optional;

/** What anonymous callers may do: nothing, or what an access level allows. */
public enum AnonymousAccess {
  NONE(Optional.empty()),
  VIEW(Optional.of(AccessLevel.VIEW)),
  LOGS(Optional.of(AccessLevel.LOGS)),
  OPERATE(Optional.of(AccessLevel.OPERATE)),
  SUBMIT(Optional.of(AccessLevel.SUBMIT));

  private final Optional<AccessLevel> level;

  AnonymousAccess(Optional<AccessLevel> level) {
    this.level = level;
  }

  public Optional<AccessLevel> level() {
    return level;
  }
}
