// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a program is to be run. Flink 1.15 takes all but {@code flinkConfiguration}.
 *
 * @param arguments of its main method
 * @param entryClass class of that method; null for the one that the jar names
 * @param parallelism default parallelism of the job; null for the cluster's
 * @param savepointPath what to restore the job from; null for nothing
 * @param allowNonRestoredState whether state without an operator in the job may be dropped
 * @param jobId what the job's id is to be, 32 hexadecimal digits; null for a new one
 * @param claimMode {@code CLAIM}, {@code NO_CLAIM} or {@code LEGACY}; null for the cluster's
 *     default
 * @param flinkConfiguration of the job; takes precedence over the cluster's
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

  /** What Flink is sent to run the program. */
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

  /** What Flink is sent to plan it; it refuses anything else. */
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
