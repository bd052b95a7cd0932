package dev.weir.launcher.settings;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The winning text of every setting, made a value on request. */
final class Resolved {
  private final SmallRyeConfig config;

  Resolved(SmallRyeConfig config) {
    this.config = config;
  }

  /** The value of a setting that has a default. */
  <T> T value(Setting<T> setting) throws SettingsException {
    return optional(setting).orElseThrow();
  }

  /** The value of a setting, empty where nothing gives it and it has no default. */
  <T> Optional<T> optional(Setting<T> setting) throws SettingsException {
    ConfigValue given = config.getConfigValue(setting.key());
    if (given.getValue() == null) {
      return Optional.empty();
    }
    Optional<T> value = setting.type().parse(given.getValue());
    if (value.isEmpty()) {
      throw SettingsException.badValue(setting, given.getValue(), origin(setting, given));
    }
    return value;
  }

  /** Whether a setting is not left at its default. */
  boolean isGiven(Setting<?> setting) {
    return isGiven(config.getConfigValue(setting.key()));
  }

  private static boolean isGiven(ConfigValue value) {
    return value.getValue() != null && !value.isDefault();
  }

  /** Where the value of a setting is from, as the end of a sentence. */
  String origin(Setting<?> setting) {
    return origin(setting, config.getConfigValue(setting.key()));
  }

  /** Every setting that is not left at its default. */
  List<Settings.Given> given() {
    List<Settings.Given> given = new ArrayList<>();
    for (Setting<?> setting : SettingKeys.all()) {
      ConfigValue value = config.getConfigValue(setting.key());
      if (isGiven(value)) {
        given.add(
            new Settings.Given(
                setting.key(),
                Masked.value(setting.key(), value.getValue()),
                origin(setting, value)));
      }
    }
    return given;
  }

  /** The source of environment variables is SmallRye's own, which names itself. */
  private static String origin(Setting<?> setting, ConfigValue value) {
    return value.getConfigSourceOrdinal() == Layer.ENVIRONMENT
        ? "environment variable " + setting.environmentVariable()
        : value.getConfigSourceName();
  }
}
