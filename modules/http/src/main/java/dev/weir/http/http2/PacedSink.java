// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import org.glassfish.grizzly.OutputSink;

/** Where an answer goes to that is one of several on its connection. */
public interface PacedSink extends OutputSink {
  /** From now on {@link #canWrite} says no while that many bytes of the answer are waiting. */
  void pace(long bytes);
}
