// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where settings are looked for besides the files of {@code weir.conf-dir}, strongest first.
 *
 * @param arguments the settings of the command line
 * @param systemProperties Java system properties; those that do not begin with {@code weir.} do not
 *     count
 * @param environment environment variables; those that do not begin with {@code WEIR_} do not count
 * @param more what else there is where the server is not a process of its own, strongest first
 */
public record SettingsSources(
    List<Argument> arguments,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    List<Source> more) {

  /**
   * A setting that the command line gives.
   *
   * @param key the setting's key, which need not exist
   * @param value its text
   * @param option the option that gave it, such as {@code --port}
   */
  public record Argument(String key, String value, String option) {}

  /**
   * Settings of one more place.
   *
   * @param origin what a message calls it, such as {@code context parameter}
   * @param rank where it stands among the other places
   * @param values by key; keys that do not begin with {@code weir.} do not count
   */
  public record Source(String origin, Rank rank, Map<String, String> values) {
    /** Copies the values. */
    public Source {
      values = Map.copyOf(values);
    }
  }

  /** Where further places stand. */
  public enum Rank {
    /** Before Java's system properties, which are those of everything in the process. */
    OF_THE_APPLICATION,
    /** After all but Flink's own keys. */
    BEFORE_DEFAULTS
  }

  /** Copies all of them. */
  public SettingsSources {
    arguments = List.copyOf(arguments);
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
    more = List.copyOf(more);
  }

  /** The command line and this process, and nothing more. */
  public SettingsSources(
      List<Argument> arguments,
      Map<String, String> systemProperties,
      Map<String, String> environment) {
    this(arguments, systemProperties, environment, List.of());
  }

  /** Further places with the properties and the environment of this process. */
  public static SettingsSources ofProcess(List<Argument> arguments, List<Source> more) {
    SettingsSources process = ofProcess(arguments);
    return new SettingsSources(arguments, process.systemProperties(), process.environment(), more);
  }

  /** The command line's settings with the properties and the environment of this process. */
  public static SettingsSources ofProcess(List<Argument> arguments) {
    Properties properties = System.getProperties();
    Map<String, String> copy =
        properties.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(Function.identity(), name -> properties.getProperty(name, "")));
    return new SettingsSources(arguments, copy, System.getenv());
  }

  /** Settings by their keys and nothing else: no properties, no environment. */
  public static SettingsSources of(Map<String, String> settings) {
    return new SettingsSources(
        settings.entrySet().stream()
            .map(entry -> new Argument(entry.getKey(), entry.getValue(), "--set"))
            .toList(),
        Map.of(),
        Map.of());
  }
}
