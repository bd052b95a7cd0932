// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.jar.JarId;

/**
 * Flink's answer to {@code POST /jars/upload}.
 *
 * @param filename a path on the JobManager
 */
public record UploadResponse(@JsonProperty(required = true) String filename) {
  /** The id of the jar: the last segment of the path. */
  public JarId id() {
    return new JarId(filename.substring(filename.lastIndexOf('/') + 1));
  }
}
