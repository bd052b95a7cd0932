package dev.weir.server.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Finds the value of every setting. Strongest first: command line, what is of the application in a
 * container, Java system properties, environment, the file of {@code weir.config}, {@code weir.}
 * keys of the file in {@code weir.conf-dir}, what comes before defaults in a container, Flink's
 * keys of the same file, default.
 */
public final class SettingsResolver {
  private SettingsResolver() {}

  /**
   * Resolves all settings.
   *
   * @throws SettingsException if a key is unknown or a value is not right
   */
  public static Settings resolve(Inputs inputs) throws SettingsException {
    List<String> remarks = new ArrayList<>();
    List<ConfigSource> sources = sources(inputs, remarks);
    Resolved around = resolved(sources);
    Optional<Path> config = around.optional(SettingKeys.CONFIG);
    if (config.isPresent()) {
      sources.add(configFile(config.get(), around.origin(SettingKeys.CONFIG)));
    }
    Resolved outside = resolved(sources);
    Optional<Path> confDir = outside.optional(SettingKeys.CONF_DIR);
    if (confDir.isEmpty()) {
      return Settings.of(outside, Map.of(), remarks);
    }
    ConfFile file = ConfDir.read(confDir.get(), outside.origin(SettingKeys.CONF_DIR));
    remarks.addAll(file.remarks());
    sources.add(ourKeys(file));
    sources.add(FlinkKeys.of(file, resolved(sources), remarks));
    return Settings.of(resolved(sources), FlinkKeys.all(file), remarks);
  }

  private static Resolved resolved(List<ConfigSource> sources) {
    Map<String, String> defaults =
        SettingKeys.all().stream()
            .filter(setting -> setting.defaultText().isPresent())
            .collect(Collectors.toMap(Setting::key, s -> s.defaultText().orElseThrow()));
    return new Resolved(
        new SmallRyeConfigBuilder().withSources(sources).withDefaultValues(defaults).build(),
        sources.stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList());
  }

  private static List<ConfigSource> sources(Inputs inputs, List<String> remarks)
      throws SettingsException {
    List<ConfigSource> sources = new ArrayList<>();
    sources.add(commandLine(inputs.arguments()));
    sources.add(systemProperties(inputs.systemProperties()));
    sources.add(
        new EnvConfigSource(
            EnvironmentVariables.ours(inputs.environment(), remarks), Layer.ENVIRONMENT));
    for (Inputs.Source source : inputs.more()) {
      sources.add(further(source, inputs.more().indexOf(source)));
    }
    return sources;
  }

  private static Layer further(Inputs.Source source, int position) throws SettingsException {
    int ordinal =
        switch (source.rank()) {
          case OF_THE_APPLICATION -> Layer.APPLICATION;
          case BEFORE_DEFAULTS -> Layer.BEFORE_DEFAULTS;
        };
    return ours(source.values(), source.origin(), ordinal - position);
  }

  private static Layer configFile(Path file, String origin) throws SettingsException {
    Layer.Builder layer = Layer.ordered(file.toString(), Layer.CONFIG_FILE);
    for (ConfEntry entry : ConfigFile.read(file, origin).values()) {
      String place = ConfFile.place(file, entry.line());
      requireKnown(entry.key(), place);
      if (entry.key().equals(SettingKeys.CONFIG.key())) {
        throw new SettingsException(
            place + ": " + entry.key() + " cannot be given in the file that it names.");
      }
      layer.add(entry.key(), entry.value(), place);
    }
    return layer.build();
  }

  private static Layer commandLine(List<Inputs.Argument> arguments) throws SettingsException {
    Layer.Builder layer = Layer.ordered("command line", Layer.COMMAND_LINE);
    for (Inputs.Argument argument : arguments) {
      requireKnown(argument.key(), argument.option());
      if (layer.has(argument.key())) {
        throw new SettingsException(argument.key() + " is given twice on the command line.");
      }
      layer.add(argument.key(), argument.value(), argument.option());
    }
    return layer.build();
  }

  private static Layer systemProperties(Map<String, String> properties) throws SettingsException {
    return ours(properties, "Java system property", Layer.SYSTEM_PROPERTIES);
  }

  private static Layer ours(Map<String, String> values, String origin, int ordinal)
      throws SettingsException {
    Layer.Builder layer = Layer.builder(origin, ordinal);
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      if (value.getKey().startsWith(Setting.PREFIX)) {
        requireKnown(value.getKey(), origin);
        layer.add(value.getKey(), value.getValue(), origin);
      }
    }
    return layer.build();
  }

  private static Layer ourKeys(ConfFile file) throws SettingsException {
    Layer.Builder layer = Layer.ordered(file.file().toString(), Layer.CONF_FILE);
    for (ConfEntry entry : file.entries().values()) {
      if (ConfFile.isOurs(entry.key())) {
        requireKnown(entry.key(), file.place(entry));
        if (entry.key().equals(SettingKeys.CONF_DIR.key())) {
          throw new SettingsException(
              file.place(entry)
                  + ": "
                  + entry.key()
                  + " cannot be given in a file that it leads to.");
        }
        layer.add(entry.key(), entry.value(), file.place(entry));
      }
    }
    return layer.build();
  }

  private static void requireKnown(String key, String origin) throws SettingsException {
    if (SettingKeys.find(key).isEmpty()) {
      throw SettingsException.unknownKey(key, origin);
    }
  }
}
