// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.jar.JarId;

/** Flink's answer to an upload: {@code filename} is a path on the cluster. */
public record UploadResponse(@JsonProperty(required = true) String filename) {
  /** The program's id: the last part of that path. */
  public JarId id() {
    return new JarId(filename.substring(filename.lastIndexOf('/') + 1));
  }
}
