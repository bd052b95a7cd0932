// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of a run or a plan of a jar. Flink 1.15 takes all but {@code flinkConfiguration}.
 *
 * @param arguments of the main method
 * @param entryClass class of the main method; null for the manifest's
 * @param parallelism default parallelism of the job; null for the cluster's
 * @param savepointPath savepoint to restore; null for none
 * @param allowNonRestoredState whether state without an operator in the job is dropped
 * @param jobId id of the job, 32 hexadecimal digits; null for a new one
 * @param claimMode {@code CLAIM}, {@code NO_CLAIM} or {@code LEGACY}; null for the cluster's
 *     default
 * @param flinkConfiguration of the job; overrides the cluster's
 */
public record JarOptions(
    List<String> arguments,
    @Nullable String entryClass,
    @Nullable Integer parallelism,
    @Nullable String savepointPath,
    boolean allowNonRestoredState,
    @Nullable String jobId,
    @Nullable String claimMode,
    Map<String, String> flinkConfiguration) {
  /** Without what Flink 1.3 does not have. */
  public JarOptions(
      List<String> arguments,
      @Nullable String entryClass,
      @Nullable Integer parallelism,
      @Nullable String savepointPath,
      boolean allowNonRestoredState) {
    this(
        arguments,
        entryClass,
        parallelism,
        savepointPath,
        allowNonRestoredState,
        null,
        null,
        Map.of());
  }

  /** The body of Flink's {@code POST /jars/<jarid>/run}. */
  public Map<String, Object> runBody() {
    Map<String, Object> body = planBody();
    body.put("allowNonRestoredState", allowNonRestoredState);
    if (savepointPath != null) {
      body.put("savepointPath", savepointPath);
    }
    if (claimMode != null) {
      // The name that all releases understand; from 1.20 on it is claimMode, too.
      body.put("restoreMode", claimMode);
    }
    return body;
  }

  /** The body of Flink's {@code POST /jars/<jarid>/plan}, which takes no other member. */
  public Map<String, Object> planBody() {
    Map<String, Object> body = new HashMap<>();
    body.put("programArgsList", arguments);
    if (entryClass != null) {
      body.put("entryClass", entryClass);
    }
    if (parallelism != null) {
      body.put("parallelism", parallelism);
    }
    if (jobId != null) {
      body.put("jobId", jobId);
    }
    if (!flinkConfiguration.isEmpty()) {
      body.put("flinkConfiguration", flinkConfiguration);
    }
    return body;
  }
}
