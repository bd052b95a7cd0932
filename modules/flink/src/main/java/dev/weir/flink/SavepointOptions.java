// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job is to be stopped or cancelled with a savepoint.
 *
 * @param directory where the savepoint goes; null for the cluster's default
 * @param drain whether sources end and timers fire before; never for a cancel
 * @param formatType {@code CANONICAL} or {@code NATIVE}; null for the cluster's default
 * @param triggerId Flink's id of the operation, 32 hexadecimal digits; null for a new one
 */
public record SavepointOptions(
    @Nullable String directory,
    boolean drain,
    @Nullable String formatType,
    @Nullable String triggerId) {
  /** Nothing in particular. */
  public static final SavepointOptions DEFAULT = new SavepointOptions(null, false, null, null);

  /** The same under another id. */
  public SavepointOptions as(String id) {
    return new SavepointOptions(directory, drain, formatType, id);
  }

  /** What Flink is sent to stop a job. */
  public Map<String, Object> stopBody() {
    Map<String, Object> body = common();
    body.put("drain", drain);
    if (directory != null) {
      body.put("targetDirectory", directory);
    }
    return body;
  }

  /** What Flink is sent to cancel a job once its savepoint is complete. */
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
