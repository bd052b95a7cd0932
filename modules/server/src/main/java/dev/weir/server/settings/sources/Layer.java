// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.MapBackedConfigValueConfigSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One source of settings, with the origin of each value; the higher ordinal wins. */
final class Layer extends MapBackedConfigValueConfigSource {
  static final int COMMAND_LINE = 500;
  static final int APPLICATION = 450;
  static final int SYSTEM_PROPERTIES = 400;
  static final int ENVIRONMENT = 300;
  static final int CONFIG_FILE = 250;
  static final int CONF_FILE = 200;
  static final int BEFORE_DEFAULTS = 150;
  static final int FLINK_KEYS = 100;
  static final int DEFAULTS = 50;

  private final List<String> keys;
  private final boolean ordered;

  private Layer(String name, int ordinal, Map<String, ConfigValue> values, boolean ordered) {
    super(name, values, ordinal);
    this.keys = List.copyOf(values.keySet());
    this.ordered = ordered;
  }

  static Builder builder(String name, int ordinal) {
    return new Builder(name, ordinal, false);
  }

  /** The builder of a layer whose keys have a visible order, such as lines of a file. */
  static Builder ordered(String name, int ordinal) {
    return new Builder(name, ordinal, true);
  }

  /** The keys in the order in which they were added. */
  List<String> keys() {
    return keys;
  }

  /** Whether the keys are in the user's order. */
  boolean isOrdered() {
    return ordered;
  }

  /** Collects the values of a layer. */
  static final class Builder {
    private final String name;
    private final int ordinal;
    private final Map<String, ConfigValue> values = new LinkedHashMap<>();

    private final boolean ordered;

    private Builder(String name, int ordinal, boolean ordered) {
      this.name = name;
      this.ordinal = ordinal;
      this.ordered = ordered;
    }

    /** Adds a value. Messages name the origin, such as {@code --port}. */
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
      return new Layer(name, ordinal, values, ordered);
    }
  }
}
