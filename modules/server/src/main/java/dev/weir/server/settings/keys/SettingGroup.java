// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import java.util.ArrayList;
import java.util.List;

/** Settings that belong together, in the order of their declaration. */
final class SettingGroup {
  private final List<Setting<?>> settings = new ArrayList<>();

  /** Adds a setting and returns it. */
  <T> Setting<T> add(Setting<T> setting) {
    settings.add(setting);
    return setting;
  }

  List<Setting<?>> all() {
    return List.copyOf(settings);
  }
}
