// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.net.URI;
import java.util.List;

/** The REST addresses of a cluster's JobManagers. */
public interface JobManagers extends AutoCloseable {
  /** The addresses now, the likeliest leader first; empty while none is known. Never waits. */
  List<URI> addresses();

  /** Why no address is known, as a sentence for the client. Called only while none is known. */
  String whyNone();

  /** Runs a task at every later change of the addresses. */
  void onMove(Runnable moved);

  @Override
  void close();

  /**
   * JobManagers at fixed addresses.
   *
   * @throws IllegalArgumentException if there is no address
   */
  static JobManagers at(List<URI> addresses) {
    return new FixedJobManagers(List.copyOf(addresses));
  }
}
