// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a caller may say of a change, in the words of Flink 1.3 and of later releases. */
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
   * @param inQuery how the description of the API calls it in a query; null if only in a body
   * @param name how Flink's requests call it
   * @param older how those of earlier releases do; null for the same
   */
  Option(@Nullable String inQuery, String name, @Nullable String older) {
    this.inQuery = inQuery;
    this.name = name;
    this.older = older;
  }

  /** The described name of the query parameter; empty for an option of JSON bodies. */
  public Optional<String> inQuery() {
    return Optional.ofNullable(inQuery);
  }

  /** The option of a name, however its words are joined; empty for a name that means nothing. */
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

  /** As Flink's requests call it. */
  @Override
  public String toString() {
    return name;
  }
}
