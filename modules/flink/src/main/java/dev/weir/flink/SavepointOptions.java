// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of a stop or cancel with a savepoint.
 *
 * @param directory target of the savepoint; null for the cluster's default
 * @param drain whether sources end and timers fire before; ignored by a cancel
 * @param formatType {@code CANONICAL} or {@code NATIVE}; null for the cluster's default
 * @param triggerId Flink's id of the operation, 32 hexadecimal digits; null for a new one
 */
public record SavepointOptions(
    @Nullable String directory,
    boolean drain,
    @Nullable String formatType,
    @Nullable String triggerId) {
  /** The cluster's defaults. */
  public static final SavepointOptions DEFAULT = new SavepointOptions(null, false, null, null);

  /** The same options with another trigger id. */
  public SavepointOptions as(String id) {
    return new SavepointOptions(directory, drain, formatType, id);
  }

  /** The body of Flink's {@code POST /jobs/<jobid>/stop}. */
  public Map<String, Object> stopBody() {
    Map<String, Object> body = common();
    body.put("drain", drain);
    if (directory != null) {
      body.put("targetDirectory", directory);
    }
    return body;
  }

  /** The body of Flink's {@code POST /jobs/<jobid>/savepoints} that cancels the job. */
  public Map<String, Object> cancelBody() {
    Map<String, Object> body = common();
    body.put("cancel-job", true);
    if (directory != null) {
      body.put("target-directory", directory);
    }
    return body;
  }

  private Map<String, Object> common() {
    Map<String, Object> body = new HashMap<>();
    if (formatType != null) {
      body.put("formatType", formatType);
    }
    if (triggerId != null) {
      body.put("triggerId", triggerId);
    }
    return body;
  }
}
