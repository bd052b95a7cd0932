// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static java.util.Objects.requireNonNull;

import dev.weir.model.clusters.ClusterName;
import dev.weir.server.settings.types.Masked;
import dev.weir.server.settings.types.ValueType;
import dev.weir.server.settings.types.ValueTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting, with everything that code, help and documentation say about it.
 *
 * @param key the key, such as {@code weir.port}
 * @param type how the text becomes a value
 * @param defaultText the text of the default; empty if there is none
 * @param flinkKeys Flink's keys that also give the setting, the current name first
 * @param option the setting's own command-line option; empty if there is none
 * @param inContainer whether the setting has an effect if a container serves HTTP
 * @param description one sentence or more
 */
public record Setting<T>(
    String key,
    ValueType<T> type,
    Optional<String> defaultText,
    List<String> flinkKeys,
    Optional<CommandLineOption> option,
    boolean inContainer,
    String description) {

  /** The prefix of every key. */
  public static final String PREFIX = "weir.";

  /** The placeholder of a cluster's name in the key of a setting that each cluster has. */
  static final String NAME = "<name>";

  /** Copies the keys and checks that all is there. */
  public Setting {
    requireNonNull(key, "key");
    requireNonNull(type, "type");
    requireNonNull(defaultText, "defaultText");
    flinkKeys = List.copyOf(flinkKeys);
    requireNonNull(option, "option");
    requireNonNull(description, "description");
  }

  public static <T> Setting<T> of(
      String key, ValueType<T> type, String defaultText, String description) {
    return new Setting<>(
        key, type, Optional.of(defaultText), List.of(), Optional.empty(), true, description);
  }

  public static <T> Setting<T> withoutDefault(String key, ValueType<T> type, String description) {
    return new Setting<>(
        key, type, Optional.empty(), List.of(), Optional.empty(), true, description);
  }

  Setting<T> orFlink(String... keys) {
    return new Setting<>(key, type, defaultText, List.of(keys), option, inContainer, description);
  }

  /**
   * Marks a setting of the listener, the log or the like. In a container, these belong to the
   * container.
   */
  Setting<T> standaloneOnly() {
    return new Setting<>(key, type, defaultText, flinkKeys, option, false, description);
  }

  /** The description as help and documentation show it. */
  public String meaning() {
    return inContainer ? description : description + " Standalone server only.";
  }

  Setting<T> withOption(String label, String... names) {
    return with(new CommandLineOption(List.of(names), label, false));
  }

  /** Adds an option that may be given several times; its values are joined by a blank. */
  Setting<T> withRepeatableOption(String label, String... names) {
    return with(new CommandLineOption(List.of(names), label, true));
  }

  private Setting<T> with(CommandLineOption itsOption) {
    return new Setting<>(
        key, type, defaultText, flinkKeys, Optional.of(itsOption), inContainer, description);
  }

  /** The setting of one cluster; the same key if it is not a setting of clusters. */
  public Setting<T> of(ClusterName cluster) {
    return new Setting<>(
        key.replace(NAME, cluster.value()),
        type,
        defaultText,
        flinkKeys,
        option,
        inContainer,
        description);
  }

  /** A text of the setting as it may be shown. The path of a secret is not secret itself. */
  public String shown(String text) {
    return type.name().equals(ValueTypes.PATH) ? Masked.text(text) : Masked.value(key, text);
  }

  /** The environment variable of the setting, by MicroProfile Config's rule: {@code WEIR_PORT}. */
  public String environmentVariable() {
    return variableOf(key);
  }

  public static String variableOf(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
