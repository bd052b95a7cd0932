// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.net.URI;
import java.util.List;

/** JobManagers at fixed addresses. */
record FixedJobManagers(List<URI> addresses) implements JobManagers {
  FixedJobManagers {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("A cluster has at least one address.");
    }
  }

  @Override
  public String whyNone() {
    throw new IllegalStateException("There is always one.");
  }

  @Override
  public void onMove(Runnable moved) {
    // They stay where they are.
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
