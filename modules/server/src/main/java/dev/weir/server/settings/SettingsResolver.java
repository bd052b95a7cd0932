// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsLookup;
import dev.weir.server.settings.sources.SettingsSources;

/** Resolves the settings of one server from all sources. */
public final class SettingsResolver {
  private SettingsResolver() {}

  /**
   * Resolves all settings.
   *
   * @throws SettingsException if keys are unknown or values are invalid, with a line for each
   */
  public static Settings resolve(SettingsSources sources) throws SettingsException {
    return SettingsReader.read(SettingsLookup.find(sources));
  }
}
