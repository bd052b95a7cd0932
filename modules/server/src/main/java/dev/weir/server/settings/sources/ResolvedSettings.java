// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.model.clusters.ClusterName;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The winning text of every setting, parsed on request. */
public final class ResolvedSettings {
  private final SmallRyeConfig config;
  private final List<Layer> layers;
  private final Map<String, String> flinkConfiguration;
  private final List<String> remarks;
  private final boolean inFlink;

  /**
   * Resolves settings by a configuration.
   *
   * @param layers the sources of the configuration that are layers, in any order
   * @param flinkConfiguration all Flink keys of the configuration file
   * @param remarks sentences for the user
   * @param inFlink whether this process is one of Flink's
   */
  ResolvedSettings(
      SmallRyeConfig config,
      List<Layer> layers,
      Map<String, String> flinkConfiguration,
      List<String> remarks,
      boolean inFlink) {
    this.config = config;
    this.layers = List.copyOf(layers);
    this.flinkConfiguration = Collections.unmodifiableMap(new LinkedHashMap<>(flinkConfiguration));
    this.remarks = List.copyOf(remarks);
    this.inFlink = inFlink;
  }

  /** All Flink keys of the configuration file, in its order; empty without a file. */
  public Map<String, String> flinkConfiguration() {
    return flinkConfiguration;
  }

  /** Sentences about the sources, for the user. */
  public List<String> remarks() {
    return remarks;
  }

  /** Whether this process is one of Flink's, whose cluster is then the first one. */
  public boolean isInFlink() {
    return inFlink;
  }

  /** The value of a setting that has a default. */
  public <T> T value(Setting<T> setting) throws SettingsException {
    return optional(setting)
        .or(() -> setting.defaultText().flatMap(text -> setting.type().parse(text)))
        .orElseThrow();
  }

  /** Whether something gives the setting a value. */
  public boolean isGiven(Setting<?> setting) {
    return config.getConfigValue(setting.key()).getValue() != null;
  }

  /**
   * The names of all clusters with settings of their own, except the known ones. Those in files and
   * on the command line come first, in their order; the others follow by name.
   *
   * @param known names that an environment variable may mean, although it is in capitals
   */
  public Set<ClusterName> clusterNames(Set<ClusterName> known) {
    Set<ClusterName> names = new LinkedHashSet<>();
    layers.stream()
        .filter(Layer::isOrdered)
        .sorted(Comparator.comparingInt(Layer::getOrdinal))
        .flatMap(layer -> layer.keys().stream())
        .filter(key -> ClusterKeys.find(key).isPresent())
        .forEach(key -> ClusterKeys.name(key).ifPresent(names::add));
    names.addAll(unordered(Stream.concat(known.stream(), names.stream()).toList()));
    names.removeAll(known);
    return names;
  }

  /**
   * Whether one ordered source says where each of the clusters is.
   *
   * @param names at least one
   */
  public boolean areInOrder(Set<ClusterName> names) {
    return layers.stream()
        .filter(Layer::isOrdered)
        .anyMatch(layer -> names.stream().allMatch(name -> says(layer, name)));
  }

  private static boolean says(Layer layer, ClusterName name) {
    return Stream.of(ClusterKeys.ADDRESSES, ClusterKeys.QUORUM)
        .anyMatch(setting -> layer.keys().contains(setting.of(name).key()));
  }

  private NavigableSet<ClusterName> unordered(List<ClusterName> known) {
    NavigableSet<ClusterName> names = new TreeSet<>();
    config
        .getPropertyNames()
        .forEach(
            key -> {
              // The key of an environment variable is only a guess.
              if (ClusterKeys.find(key).isPresent() && !isVariable(config.getConfigValue(key))) {
                ClusterKeys.name(key).ifPresent(names::add);
              }
            });
    NavigableSet<ClusterName> inVariables = new TreeSet<>();
    config
        .getPropertyNames()
        .forEach(key -> ClusterKeys.nameInVariable(key).ifPresent(inVariables::add));
    inVariables.stream()
        .filter(
            name ->
                Stream.concat(known.stream(), names.stream())
                    .noneMatch(other -> haveSameVariables(name, other)))
        .toList()
        .forEach(names::add);
    return names;
  }

  /** The value of a setting; empty if it has neither a value nor a default. */
  public <T> Optional<T> optional(Setting<T> setting) throws SettingsException {
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

  /** Checks every given value. */
  void checkValues(Problems problems) {
    List<Setting<?>> all = new ArrayList<>(SettingKeys.all());
    clusterNames(Set.of()).forEach(name -> all.addAll(ClusterKeys.all(name)));
    all.forEach(setting -> problems.attempt(() -> optional(setting)));
  }

  /** The values of all settings except those of single clusters. */
  public SettingValues values() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Setting<?> setting : SettingKeys.all()) {
      Optional.ofNullable(config.getConfigValue(setting.key()).getValue())
          .ifPresent(text -> texts.put(setting.key(), text));
    }
    return new SettingValues(texts);
  }

  /** Whether a setting is not left at its default. */
  public boolean isSet(Setting<?> setting) {
    return isSet(config.getConfigValue(setting.key()));
  }

  private static boolean isSet(ConfigValue value) {
    return value.getValue() != null && !value.isDefault();
  }

  private static boolean isVariable(ConfigValue value) {
    return value.getConfigSourceOrdinal() == Layer.ENVIRONMENT;
  }

  private static boolean haveSameVariables(ClusterName one, ClusterName other) {
    return Setting.variableOf(one.value()).equals(Setting.variableOf(other.value()));
  }

  /** Where the value of a setting comes from, as the end of a sentence. */
  public String origin(Setting<?> setting) {
    return origin(setting, config.getConfigValue(setting.key()));
  }

  /** Every setting that is not left at its default. */
  public List<GivenSetting> given() {
    List<GivenSetting> given = new ArrayList<>();
    List<Setting<?>> all = new ArrayList<>(SettingKeys.all());
    clusterNames(Set.of()).forEach(name -> all.addAll(ClusterKeys.all(name)));
    for (Setting<?> setting : all) {
      ConfigValue value = config.getConfigValue(setting.key());
      if (isSet(value)) {
        given.add(
            new GivenSetting(
                setting.key(), setting.shown(value.getValue()), origin(setting, value)));
      }
    }
    return given;
  }

  /** The source of environment variables is SmallRye's own and reports another name. */
  private static String origin(Setting<?> setting, ConfigValue value) {
    return isVariable(value)
        ? "environment variable " + setting.environmentVariable()
        : value.getConfigSourceName();
  }
}
