// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static dev.weir.server.settings.ValueTypes.oneOf;
import static dev.weir.server.settings.ValueTypes.subjects;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.AccessLevel;
import dev.weir.security.AccessRules;
import dev.weir.security.AccessRules.Levels;
import dev.weir.security.Subjects;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of who may do what, and the rules that they make. */
final class AccessKeys {
  static final Setting<Subjects> VIEW =
      Setting.of(
          "weir.access.view",
          subjects(),
          Subjects.EVERYBODY,
          "Who may see clusters, jobs and metrics.");

  static final Setting<Subjects> LOGS =
      Setting.withoutDefault(
          "weir.access.logs", subjects(), "Who may that and read logs and configurations.");

  static final Setting<Subjects> OPERATE =
      Setting.withoutDefault(
          "weir.access.operate", subjects(), "Who may all that and end jobs, with savepoints too.");

  static final Setting<Subjects> SUBMIT =
      Setting.withoutDefault(
          "weir.access.submit",
          subjects(),
          "Who may all that and upload and run programs, which is to run any code.");

  static final Setting<AnonymousAccess> ANONYMOUS =
      Setting.of(
          "weir.access.anonymous",
          oneOf(AnonymousAccess.class),
          Subjects.NOBODY,
          "What those may do who do not say who they are.");

  static final List<Setting<?>> ALL = List.of(VIEW, LOGS, OPERATE, SUBMIT, ANONYMOUS);

  private AccessKeys() {}

  /** Who has a level on every cluster that does not say otherwise. */
  static Setting<Subjects> general(AccessLevel level) {
    return switch (level) {
      case VIEW -> VIEW;
      case LOGS -> LOGS;
      case OPERATE -> OPERATE;
      case SUBMIT -> SUBMIT;
    };
  }

  /** Those that are not left at their defaults, of all clusters and of single ones. */
  static List<Setting<?>> given(ResolvedSettings resolved, List<ClusterName> clusters) {
    List<Setting<?>> given = new ArrayList<>(ALL);
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
      resolved.optional(general(level)).ifPresent(subjects -> general.put(level, subjects));
    }
    Levels all = new Levels(general, resolved.value(ANONYMOUS).level());
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

  /** The first role that a rule names, if any does. */
  static Optional<String> someRole(AccessRules rules) {
    return Stream.concat(Stream.of(rules.general()), rules.ofClusters().values().stream())
        .flatMap(levels -> levels.subjects().values().stream())
        .flatMap(subjects -> subjects.roles().stream())
        .sorted()
        .findFirst();
  }
}
