// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How it stands with a cluster that is configured. */
public enum ClusterState {
  /** It answered when it was asked last. */
  HEALTHY,
  /** It does not answer, or says that it has no leader. */
  UNHEALTHY,
  /** It has not answered yet since the server was started, and not failed to either. */
  PENDING,
  /** Something answers, but not as Flink does, so that nothing can be said of the cluster. */
  UNKNOWN;

  /** As it is written in answers. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
