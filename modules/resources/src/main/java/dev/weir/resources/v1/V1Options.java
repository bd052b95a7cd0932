// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;

/**
 * What of Flink's API is switched on.
 *
 * @param shutdown whether {@code DELETE /v1/cluster} ends the cluster
 * @param dashboard whether Flink's own dashboard is at {@code /v1/}
 */
public record V1Options(boolean shutdown, boolean dashboard) {
  void requireShutdown() {
    if (!shutdown) {
      throw new ProblemException(
          ProblemKind.FORBIDDEN,
          "The cluster cannot be shut down from here: weir.v1.shutdown is not true.");
    }
  }
}
