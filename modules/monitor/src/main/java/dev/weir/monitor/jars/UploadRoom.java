// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

/** Space on disk that is reserved for one upload until it is closed. */
public interface UploadRoom extends AutoCloseable {
  /** Frees the space; again does nothing. */
  @Override
  void close();
}
