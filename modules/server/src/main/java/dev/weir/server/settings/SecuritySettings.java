// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.security.AuthenticationOptions;
import dev.weir.server.settings.types.SecurityMode;
import java.util.Optional;

/**
 * Who is asked who they are, and may do what.
 *
 * @param mode who finds out; empty where nothing says it, and whoever is served may do everything
 *     or nobody is
 * @param authentication the server's own; empty in every other mode
 */
public record SecuritySettings(
    Optional<SecurityMode> mode, Optional<AuthenticationOptions> authentication) {
  /** Checks that all is there. */
  public SecuritySettings {
    requireNonNull(mode, "mode");
    requireNonNull(authentication, "authentication");
  }
}
