// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a configured cluster, as this server sees it. */
public enum ClusterState {
  /** The cluster answered the last request. */
  HEALTHY,
  /** The cluster does not answer, or reports that it has no leader. */
  UNHEALTHY,
  /** The cluster has neither answered nor failed since the server started. */
  PENDING,
  /** The address answers, but not as Flink does; the cluster's state is not known. */
  UNKNOWN;

  /** The value in answers: the name in lower case. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
