// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import org.glassfish.grizzly.OutputSink;

/** The sink of an answer that shares its connection with other answers. */
public interface PacedSink extends OutputSink {
  /** Makes {@link #canWrite} false while that many bytes of the answer are waiting. */
  void pace(long bytes);
}
