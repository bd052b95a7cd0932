// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.ServerKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Finds the text of every setting.
 *
 * <p>The sources, strongest first: the command line; in a container, the application's own
 * parameters; Java system properties; environment variables; the file of {@code weir.config};
 * {@code weir.} keys of the file in {@code weir.conf-dir}; in a container, sources before the
 * defaults; Flink's keys of the same file; the default. In a process of Flink's, the configuration
 * of that Flink takes the place of the file.
 */
public final class SettingsLookup {
  private final Problems problems = new Problems();
  private final List<String> remarks = new ArrayList<>();

  private SettingsLookup() {}

  /**
   * Finds the settings in all sources.
   *
   * @throws SettingsException if keys are unknown or values are invalid, with a line for each
   */
  public static ResolvedSettings find(SettingsSources inputs) throws SettingsException {
    return new SettingsLookup().settings(inputs);
  }

  private ResolvedSettings settings(SettingsSources inputs) throws SettingsException {
    List<ConfigSource> sources = sources(inputs);
    ResolvedSettings around = resolved(sources);
    problems
        .attempt(() -> around.optional(ServerKeys.CONFIG))
        .flatMap(Function.identity())
        .flatMap(file -> configFile(file, around.origin(ServerKeys.CONFIG)))
        .ifPresent(sources::add);
    Optional<FlinkConfFile> file =
        inputs.flink().isPresent()
            ? problems.attempt(() -> RunningFlinkConf.of(inputs.flink().get()))
            : confDir(resolved(sources));
    if (file.isPresent()) {
      remarks.addAll(file.get().remarks());
      sources.add(ourKeys(file.get()));
      sources.add(FlinkLayer.of(file.get(), resolved(sources), remarks));
    }
    sources.addAll(further(inputs, rank -> rank == SettingsSources.Rank.DEFAULTS));
    ResolvedSettings all =
        resolved(
            sources,
            file.map(FlinkLayer::all).orElse(Map.of()),
            remarks,
            inputs.flink().isPresent());
    all.checkValues(problems);
    problems.requireNone();
    return all;
  }

  private Optional<FlinkConfFile> confDir(ResolvedSettings outside) {
    return problems
        .attempt(() -> outside.optional(ServerKeys.CONF_DIR))
        .flatMap(Function.identity())
        .flatMap(
            directory ->
                problems.attempt(
                    () -> ConfDir.read(directory, outside.origin(ServerKeys.CONF_DIR))));
  }

  private static ResolvedSettings resolved(List<ConfigSource> sources) {
    return resolved(sources, Map.of(), List.of(), /* inFlink= */ false);
  }

  private static ResolvedSettings resolved(
      List<ConfigSource> sources,
      Map<String, String> flinkConfiguration,
      List<String> remarks,
      boolean inFlink) {
    Map<String, String> defaults =
        SettingKeys.all().stream()
            .filter(setting -> setting.defaultText().isPresent())
            .collect(Collectors.toMap(Setting::key, s -> s.defaultText().orElseThrow()));
    return new ResolvedSettings(
        new SmallRyeConfigBuilder().withSources(sources).withDefaultValues(defaults).build(),
        sources.stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList(),
        flinkConfiguration,
        remarks,
        inFlink);
  }

  private List<ConfigSource> sources(SettingsSources inputs) {
    List<ConfigSource> sources = new ArrayList<>();
    sources.add(commandLine(inputs.arguments()));
    sources.add(systemProperties(inputs.systemProperties()));
    sources.add(
        new EnvConfigSource(
            EnvironmentVariables.ours(inputs.environment(), remarks, problems), Layer.ENVIRONMENT));
    sources.addAll(further(inputs, rank -> rank != SettingsSources.Rank.DEFAULTS));
    return sources;
  }

  private List<Layer> further(SettingsSources inputs, Predicate<SettingsSources.Rank> ofThese) {
    return inputs.more().stream()
        .filter(source -> ofThese.test(source.rank()))
        .map(source -> further(source, inputs.more().indexOf(source)))
        .toList();
  }

  private Layer further(SettingsSources.Source source, int position) {
    int ordinal =
        switch (source.rank()) {
          case OF_THE_APPLICATION -> Layer.APPLICATION;
          case BEFORE_DEFAULTS -> Layer.BEFORE_DEFAULTS;
          case DEFAULTS -> Layer.DEFAULTS;
        };
    return ours(source.values(), source.origin(), ordinal - position);
  }

  private Optional<Layer> configFile(Path file, String origin) {
    return problems.attempt(() -> ConfigFile.read(file, origin, problems)).map(this::configFile);
  }

  private Layer configFile(FlinkConfFile file) {
    Layer.Builder layer = Layer.ordered(file.name(), Layer.CONFIG_FILE);
    for (ConfEntry entry : file.entries().values()) {
      String place = file.place(entry);
      if (entry.key().equals(ServerKeys.CONFIG.key())) {
        problems.add(
            new SettingsException(
                place + ": " + entry.key() + " cannot be given in the file that it names."));
      } else {
        addKnown(layer, entry.key(), entry.value(), place);
      }
    }
    return layer.build();
  }

  private Layer commandLine(List<SettingsSources.Argument> arguments) {
    Layer.Builder layer = Layer.ordered("command line", Layer.COMMAND_LINE);
    for (SettingsSources.Argument argument : arguments) {
      if (layer.has(argument.key())) {
        problems.add(
            new SettingsException(argument.key() + " is given twice on the command line."));
      } else {
        addKnown(layer, argument.key(), argument.value(), argument.option());
      }
    }
    return layer.build();
  }

  private Layer systemProperties(Map<String, String> properties) {
    return ours(properties, "Java system property", Layer.SYSTEM_PROPERTIES);
  }

  private Layer ours(Map<String, String> values, String origin, int ordinal) {
    Layer.Builder layer = Layer.builder(origin, ordinal);
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      if (value.getKey().startsWith(Setting.PREFIX)) {
        addKnown(layer, value.getKey(), value.getValue(), origin);
      }
    }
    return layer.build();
  }

  private Layer ourKeys(FlinkConfFile file) {
    file.problems().forEach(problems::add);
    Layer.Builder layer = Layer.ordered(file.name(), Layer.CONF_FILE);
    for (ConfEntry entry : file.entries().values()) {
      if (entry.key().equals(ServerKeys.CONF_DIR.key())) {
        problems.add(
            new SettingsException(
                file.place(entry)
                    + ": "
                    + entry.key()
                    + " cannot be given in a file of that directory."));
      } else if (FlinkConfFile.isOurs(entry.key())) {
        addKnown(layer, entry.key(), entry.value(), file.place(entry));
      }
    }
    return layer.build();
  }

  private void addKnown(Layer.Builder layer, String key, String value, String origin) {
    if (SettingKeys.find(key).isPresent()) {
      layer.add(key, value, origin);
    } else {
      problems.add(Suggestions.unknownKey(key, origin));
    }
  }
}
