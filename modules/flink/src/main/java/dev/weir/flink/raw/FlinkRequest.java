// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.raw;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A change in the words of Flink's API.
 *
 * @param method the HTTP method
 * @param path path and query from the cluster's address on, encoded
 * @param body what is sent
 * @param submits whether jobs are submitted before Flink answers, which takes time
 */
public record FlinkRequest(String method, String path, Body body, boolean submits) {
  /** The body of a request. */
  public sealed interface Body {
    /** No body. */
    record None() implements Body {}

    /**
     * JSON.
     *
     * @param bytes in UTF-8; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // It is never compared.
    record Json(byte[] bytes) implements Body {}

    /**
     * A body in a file.
     *
     * @param file stays until the answer is there
     * @param contentType of the whole body
     */
    record InFile(Path file, String contentType) implements Body {}

    /** JSON, or no body for null. */
    static Body json(byte @Nullable [] bytes) {
      return bytes == null ? new None() : new Json(bytes);
    }
  }
}
