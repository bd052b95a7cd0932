// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static dev.weir.server.settings.ValueTypes.oneOf;
import static dev.weir.server.settings.ValueTypes.subjects;

import dev.weir.security.AccessLevel;
import dev.weir.security.Subjects;
import java.util.List;

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
}
