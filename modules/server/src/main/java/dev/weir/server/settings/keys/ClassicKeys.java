// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.oneOf;

import dev.weir.resources.style.ClassicStyle.Accumulators;
import dev.weir.resources.style.ClassicStyle.Errors;
import java.util.List;

/** The settings for clients of Flink 1.3. */
public final class ClassicKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Errors> ERRORS =
      GROUP.add(
          Setting.of(
              "weir.classic.errors",
              oneOf(Errors.class, Errors::text),
              Errors.PROBLEM.text(),
              "Format of errors: a problem document, or the answer of Flink 1.3.2 to the same request."));

  public static final Setting<Accumulators> ACCUMULATORS =
      GROUP.add(
          Setting.of(
              "weir.classic.accumulators",
              oneOf(Accumulators.class, Accumulators::text),
              Accumulators.TYPED.text(),
              "Accumulator values: typed as documented for Flink 1.3, or plain as Flink 1.3.2 sent them."));

  private ClassicKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
