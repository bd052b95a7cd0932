// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.net.URI;
import java.util.List;

/** Where the REST API of a cluster's JobManagers can be asked. */
public interface JobManagers extends AutoCloseable {
  /** Their addresses now, the likeliest first; empty while none is known. Never waits. */
  List<URI> addresses();

  /** Why there is none, as a sentence for the client; asked for only while there is none. */
  String whyNone();

  /** Has something done whenever their addresses change, from then on. */
  void onMove(Runnable moved);

  @Override
  void close();

  /** JobManagers whose addresses are known and stay, at least one. */
  static JobManagers at(List<URI> addresses) {
    return new FixedJobManagers(List.copyOf(addresses));
  }
}
