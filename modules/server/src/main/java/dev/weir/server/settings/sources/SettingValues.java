// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.Setting;
import java.util.Map;
import java.util.Optional;

/**
 * The validated values of all settings.
 *
 * @param texts the text of each setting, given or by default, by its key
 */
public record SettingValues(Map<String, String> texts) {
  /** Copies the texts. */
  public SettingValues {
    texts = Map.copyOf(texts);
  }

  /**
   * The value of a setting that has a default.
   *
   * @throws java.util.NoSuchElementException if it has neither a default nor a value
   */
  public <T> T value(Setting<T> setting) {
    return optional(setting).orElseThrow();
  }

  /** The value of a setting; empty if it has neither a value nor a default. */
  public <T> Optional<T> optional(Setting<T> setting) {
    return Optional.ofNullable(texts.get(setting.key())).flatMap(setting.type()::parse);
  }

  /** Shows the keys only: texts may be secrets. */
  @Override
  public String toString() {
    return texts.keySet().toString();
  }
}
