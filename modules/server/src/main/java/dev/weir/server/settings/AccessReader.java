// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static dev.weir.server.settings.types.ValueTypes.subjects;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.AccessLevel;
import dev.weir.security.AccessRules;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.Subjects;
import dev.weir.server.settings.keys.AccessKeys;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.types.AnonymousAccess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the access rules from the settings. */
final class AccessReader {
  private AccessReader() {}

  /**
   * The access settings that are not left at their defaults, general ones and those of single
   * clusters.
   */
  static List<Setting<?>> given(ResolvedSettings resolved, List<ClusterName> clusters) {
    List<Setting<?>> given = new ArrayList<>(AccessKeys.all());
    for (ClusterName cluster : clusters) {
      for (AccessLevel level : AccessLevel.values()) {
        given.add(ClusterKeys.access(level).of(cluster));
      }
      given.add(ClusterKeys.ANONYMOUS.of(cluster));
    }
    given.removeIf(setting -> !resolved.isSet(setting));
    return given;
  }

  static AccessRules read(ResolvedSettings resolved, List<ClusterName> clusters)
      throws SettingsException {
    Map<AccessLevel, Subjects> general = new EnumMap<>(AccessLevel.class);
    for (AccessLevel level : AccessLevel.values()) {
      resolved
          .optional(AccessKeys.general(level))
          .ifPresent(subjects -> general.put(level, subjects));
    }
    Levels all = new Levels(general, resolved.value(AccessKeys.ANONYMOUS).level());
    Map<ClusterName, Levels> single = new LinkedHashMap<>();
    for (ClusterName cluster : clusters) {
      Levels levels = of(cluster, all, resolved);
      if (!levels.equals(all)) {
        single.put(cluster, levels);
      }
    }
    return new AccessRules(all, single);
  }

  private static Levels of(ClusterName cluster, Levels all, ResolvedSettings resolved)
      throws SettingsException {
    Map<AccessLevel, Subjects> levels = new LinkedHashMap<>(all.subjects());
    for (AccessLevel level : AccessLevel.values()) {
      resolved
          .optional(ClusterKeys.access(level).of(cluster))
          .ifPresent(subjects -> levels.put(level, subjects));
    }
    Optional<AnonymousAccess> anonymous = resolved.optional(ClusterKeys.ANONYMOUS.of(cluster));
    return new Levels(levels, anonymous.isPresent() ? anonymous.get().level() : all.anonymous());
  }

  /** The first role that a rule names, in alphabetical order; empty if no rule names one. */
  static Optional<String> someRole(AccessRules rules) {
    return Stream.concat(Stream.of(rules.general()), rules.ofClusters().values().stream())
        .flatMap(levels -> levels.subjects().values().stream())
        .flatMap(subjects -> subjects.roles().stream())
        .sorted()
        .findFirst();
  }
}
