// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.AccessLevel;
import dev.weir.security.Subjects;
import dev.weir.server.settings.keys.AccessKeys;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.types.AnonymousAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds access rules of one cluster that exclude fewer callers than they seem to. A level includes
 * all lower ones, and a cluster inherits the general rules that it does not override.
 */
final class ShadowedRules {
  private ShadowedRules() {}

  /** A sentence for each such rule, ending in the recommended action. */
  static List<String> remarks(ResolvedSettings resolved, List<ClusterName> clusters)
      throws SettingsException {
    List<String> remarks = new ArrayList<>();
    for (ClusterName cluster : clusters) {
      for (AccessLevel level : AccessLevel.values()) {
        Setting<Subjects> own = ClusterKeys.access(level).of(cluster);
        Optional<Subjects> subjects = resolved.optional(own);
        if (subjects.isPresent() && !subjects.get().everybody()) {
          addHigher(resolved, cluster, level, subjects.get(), remarks);
          addAnonymous(resolved, cluster, level, own, remarks);
        }
      }
    }
    return remarks;
  }

  private static void addHigher(
      ResolvedSettings resolved,
      ClusterName cluster,
      AccessLevel level,
      Subjects meant,
      List<String> remarks)
      throws SettingsException {
    for (AccessLevel higher : AccessLevel.values()) {
      Setting<Subjects> general = AccessKeys.general(higher);
      Setting<Subjects> own = ClusterKeys.access(higher).of(cluster);
      if (higher.compareTo(level) <= 0 || resolved.isSet(own)) {
        continue;
      }
      Optional<Subjects> more = resolved.optional(general);
      if (more.isPresent() && !contains(meant, more.get())) {
        remarks.add(
            "%s does not exclude the callers of %s (%s): a higher level includes the lower ones. Recommended action: set %s."
                .formatted(
                    ClusterKeys.access(level).of(cluster).key(),
                    general.key(),
                    resolved.origin(general),
                    own.key()));
      }
    }
  }

  private static void addAnonymous(
      ResolvedSettings resolved,
      ClusterName cluster,
      AccessLevel level,
      Setting<Subjects> own,
      List<String> remarks)
      throws SettingsException {
    Setting<AnonymousAccess> setting = ClusterKeys.ANONYMOUS.of(cluster);
    Optional<AccessLevel> strangers = resolved.value(AccessKeys.ANONYMOUS).level();
    if (!resolved.isSet(setting)
        && strangers.filter(all -> all.compareTo(level) >= 0).isPresent()) {
      remarks.add(
          "%s does not exclude anonymous callers: %s gives them that level. Recommended action: set %s."
              .formatted(own.key(), AccessKeys.ANONYMOUS.key(), setting.key()));
    }
  }

  private static boolean contains(Subjects all, Subjects some) {
    return !some.everybody()
        && all.names().containsAll(some.names())
        && all.roles().containsAll(some.roles());
  }
}
