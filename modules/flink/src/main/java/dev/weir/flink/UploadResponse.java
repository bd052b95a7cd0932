package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.JarId;

/** Flink's answer to an upload: {@code filename} is a path on the cluster. */
record UploadResponse(@JsonProperty(required = true) String filename) {
  /** The program's id: the last part of that path. */
  JarId id() {
    return new JarId(filename.substring(filename.lastIndexOf('/') + 1));
  }
}
