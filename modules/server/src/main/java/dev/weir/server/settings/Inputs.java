package dev.weir.server.settings;

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
 */
public record Inputs(
    List<Argument> arguments,
    Map<String, String> systemProperties,
    Map<String, String> environment) {

  /**
   * A setting that the command line gives.
   *
   * @param key the setting's key, which need not exist
   * @param value its text
   * @param option the option that gave it, such as {@code --port}
   */
  public record Argument(String key, String value, String option) {}

  /** Copies all three. */
  public Inputs {
    arguments = List.copyOf(arguments);
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
  }

  /** The command line's settings with the properties and the environment of this process. */
  public static Inputs ofProcess(List<Argument> arguments) {
    Properties properties = System.getProperties();
    Map<String, String> copy =
        properties.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(Function.identity(), name -> properties.getProperty(name, "")));
    return new Inputs(arguments, copy, System.getenv());
  }

  /** Settings by their keys and nothing else: no properties, no environment. */
  public static Inputs of(Map<String, String> settings) {
    return new Inputs(
        settings.entrySet().stream()
            .map(entry -> new Argument(entry.getKey(), entry.getValue(), "--set"))
            .toList(),
        Map.of(),
        Map.of());
  }
}
