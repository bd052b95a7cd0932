// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of changes, by their names in Flink 1.3 and in later releases. */
public enum Option {
  ENTRY_CLASS("entry-class", "entryClass"),
  PROGRAM_ARGS("program-args", "programArgs"),
  PROGRAM_ARGS_LIST("programArg", "programArgsList"),
  PARALLELISM("parallelism", "parallelism"),
  SAVEPOINT_PATH("savepointPath", "savepointPath"),
  ALLOW_NON_RESTORED_STATE("allowNonRestoredState", "allowNonRestoredState"),
  JOB_ID(null, "jobId"),
  CLAIM_MODE(null, "claimMode", "restoreMode"),
  FLINK_CONFIGURATION(null, "flinkConfiguration"),
  TARGET_DIRECTORY("targetDirectory", "targetDirectory"),
  CANCEL_JOB(null, "cancelJob"),
  DRAIN("drain", "drain"),
  FORMAT_TYPE("formatType", "formatType"),
  TRIGGER_ID("triggerId", "triggerId");

  private final @Nullable String inQuery;
  private final String name;
  private final @Nullable String older;

  Option(@Nullable String inQuery, String name) {
    this(inQuery, name, null);
  }

  /**
   * One option.
   *
   * @param inQuery the query parameter in the API description; null if the option exists only in
   *     bodies
   * @param name the name in Flink's requests
   * @param older the name in requests of earlier releases; null if it is the same
   */
  Option(@Nullable String inQuery, String name, @Nullable String older) {
    this.inQuery = inQuery;
    this.name = name;
    this.older = older;
  }

  /** The query parameter in the API description; empty for an option of JSON bodies. */
  public Optional<String> inQuery() {
    return Optional.ofNullable(inQuery);
  }

  /** The option with a name, ignoring case, hyphens and underscores; empty for an unknown name. */
  public static Optional<Option> named(String name) {
    return Arrays.stream(values()).filter(option -> option.isNamed(name)).findFirst();
  }

  private boolean isNamed(String given) {
    return Stream.of(inQuery, name, older)
        .filter(Objects::nonNull)
        .anyMatch(one -> joined(one).equals(joined(given)));
  }

  private static String joined(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** The name in Flink's requests. */
  @Override
  public String toString() {
    return name;
  }
}
