package dev.weir.server.settings;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.MapBackedConfigValueConfigSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** One source of settings, each with the place it is from; the higher ordinal wins. */
final class Layer extends MapBackedConfigValueConfigSource {
  static final int COMMAND_LINE = 500;
  static final int APPLICATION = 450;
  static final int SYSTEM_PROPERTIES = 400;
  static final int ENVIRONMENT = 300;
  static final int CONFIG_FILE = 250;
  static final int CONF_FILE = 200;
  static final int BEFORE_DEFAULTS = 150;
  static final int FLINK_KEYS = 100;

  private Layer(String name, int ordinal, Map<String, ConfigValue> values) {
    super(name, values, ordinal);
  }

  static Builder builder(String name, int ordinal) {
    return new Builder(name, ordinal);
  }

  /** Collects the values of a layer. */
  static final class Builder {
    private final String name;
    private final int ordinal;
    private final Map<String, ConfigValue> values = new LinkedHashMap<>();

    private Builder(String name, int ordinal) {
      this.name = name;
      this.ordinal = ordinal;
    }

    /** Adds a value. The origin is told to the user, as in {@code --port}. */
    void add(String key, String value, String origin) {
      values.put(
          key,
          ConfigValue.builder()
              .withName(key)
              .withValue(value)
              .withRawValue(value)
              .withConfigSourceName(origin)
              .build());
    }

    boolean has(String key) {
      return values.containsKey(key);
    }

    Layer build() {
      return new Layer(name, ordinal, values);
    }
  }
}
