// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sources of settings besides configuration files, strongest first.
 *
 * @param arguments the settings of the command line
 * @param systemProperties Java system properties; only those that begin with {@code weir.} count
 * @param environment environment variables; only those that begin with {@code WEIR_} count
 * @param more further sources if the server is not a process of its own, strongest first
 * @param flink the whole configuration of the Flink whose process this is, instead of the file of
 *     {@code weir.conf-dir}; empty in any other process
 */
public record SettingsSources(
    List<Argument> arguments,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    List<Source> more,
    Optional<Map<String, String>> flink) {

  /**
   * A setting on the command line.
   *
   * @param key the setting's key, which need not exist
   * @param value the text of the setting
   * @param option the option that gave it, such as {@code --port}
   */
  public record Argument(String key, String value, String option) {}

  /**
   * A further source of settings.
   *
   * @param origin its name in messages, such as {@code context parameter}
   * @param rank its rank among the other sources
   * @param values texts by key; only keys that begin with {@code weir.} count
   */
  public record Source(String origin, Rank rank, Map<String, String> values) {
    /** Copies the values. */
    public Source {
      values = Map.copyOf(values);
    }
  }

  /** The rank of a further source. */
  public enum Rank {
    /** Before Java system properties, which apply to everything in the process. */
    OF_THE_APPLICATION,
    /** After all other sources except Flink's own keys. */
    BEFORE_DEFAULTS,
    /** After all other sources: other defaults. */
    DEFAULTS
  }

  /** Copies the collections. */
  public SettingsSources {
    arguments = List.copyOf(arguments);
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
    more = List.copyOf(more);
    flink = flink.map(Map::copyOf);
  }

  /** The command line and this process; no further sources. */
  public SettingsSources(
      List<Argument> arguments,
      Map<String, String> systemProperties,
      Map<String, String> environment) {
    this(arguments, systemProperties, environment, List.of(), Optional.empty());
  }

  /** The arguments and further sources, with the properties and the environment of this process. */
  public static SettingsSources ofProcess(List<Argument> arguments, List<Source> more) {
    SettingsSources process = ofProcess(arguments);
    return new SettingsSources(
        arguments, process.systemProperties(), process.environment(), more, Optional.empty());
  }

  /** This process, which is one of Flink's, with Flink's configuration and further sources. */
  public static SettingsSources ofFlink(Map<String, String> configuration, List<Source> more) {
    SettingsSources process = ofProcess(List.of());
    return new SettingsSources(
        List.of(),
        process.systemProperties(),
        process.environment(),
        more,
        Optional.of(configuration));
  }

  /** The arguments, with the properties and the environment of this process. */
  public static SettingsSources ofProcess(List<Argument> arguments) {
    Properties properties = System.getProperties();
    Map<String, String> copy =
        properties.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(Function.identity(), name -> properties.getProperty(name, "")));
    return new SettingsSources(arguments, copy, System.getenv());
  }

  /** The given settings only: no system properties, no environment variables. */
  public static SettingsSources of(Map<String, String> settings) {
    return new SettingsSources(
        settings.entrySet().stream()
            .map(entry -> new Argument(entry.getKey(), entry.getValue(), "--set"))
            .toList(),
        Map.of(),
        Map.of());
  }
}
