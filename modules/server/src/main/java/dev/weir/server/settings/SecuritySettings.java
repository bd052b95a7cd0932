// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.security.AuthenticationOptions;
import dev.weir.server.settings.types.SecurityMode;
import java.util.Optional;

/**
 * Who authenticates callers, and what callers may do.
 *
 * @param mode who authenticates callers; empty if no setting says so. Then every caller that is
 *     served may do everything, or no caller is served
 * @param authentication the server's own authentication; empty in every other mode
 */
public record SecuritySettings(
    Optional<SecurityMode> mode, Optional<AuthenticationOptions> authentication) {
  public SecuritySettings {
    requireNonNull(mode, "mode");
    requireNonNull(authentication, "authentication");
  }
}
