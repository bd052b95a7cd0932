// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.oneOf;
import static dev.weir.server.settings.types.ValueTypes.subjects;

import dev.weir.security.AccessLevel;
import dev.weir.security.Subjects;
import dev.weir.server.settings.types.AnonymousAccess;
import java.util.List;

/** The settings of access rules. */
public final class AccessKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Subjects> VIEW =
      GROUP.add(
          Setting.of(
              "weir.access.view",
              subjects(),
              Subjects.EVERYBODY,
              "Callers that may see clusters, jobs and metrics."));

  public static final Setting<Subjects> LOGS =
      GROUP.add(
          Setting.withoutDefault(
              "weir.access.logs",
              subjects(),
              "Callers that may also read logs and configurations."));

  public static final Setting<Subjects> OPERATE =
      GROUP.add(
          Setting.withoutDefault(
              "weir.access.operate",
              subjects(),
              "Callers that may also cancel and stop jobs, and trigger savepoints."));

  public static final Setting<Subjects> SUBMIT =
      GROUP.add(
          Setting.withoutDefault(
              "weir.access.submit",
              subjects(),
              "Callers that may also upload and run jars, which can run any code."));

  public static final Setting<AnonymousAccess> ANONYMOUS =
      GROUP.add(
          Setting.of(
              "weir.access.anonymous",
              oneOf(AnonymousAccess.class),
              Subjects.NOBODY,
              "Access level of callers without credentials."));

  private AccessKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /** The callers who have a level on every cluster that does not override it. */
  public static Setting<Subjects> general(AccessLevel level) {
    return switch (level) {
      case VIEW -> VIEW;
      case LOGS -> LOGS;
      case OPERATE -> OPERATE;
      case SUBMIT -> SUBMIT;
    };
  }
}
