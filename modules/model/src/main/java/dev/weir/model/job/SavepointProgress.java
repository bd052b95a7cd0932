// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a cancel-with-savepoint.
 *
 * @param status {@code accepted}, {@code in-progress}, {@code success} or {@code failed}
 * @param requestId number of the request
 * @param location path that reports the progress; only when accepted
 * @param savepointPath path of the savepoint; only on success
 * @param cause reason of the failure, in one sentence; only when failed
 */
public record SavepointProgress(
    String status,
    @JsonProperty("request-id") long requestId,
    @Nullable String location,
    @JsonProperty("savepoint-path") @Nullable String savepointPath,
    @Nullable String cause) {

  /** The request was accepted; {@code location} reports its progress. */
  public static SavepointProgress accepted(long requestId, String location) {
    return new SavepointProgress("accepted", requestId, location, null, null);
  }

  /** The request is in progress. */
  public static SavepointProgress inProgress(long requestId) {
    return new SavepointProgress("in-progress", requestId, null, null, null);
  }

  /** The request succeeded. */
  public static SavepointProgress success(long requestId, String savepointPath) {
    return new SavepointProgress("success", requestId, null, savepointPath, null);
  }

  /** The request failed, or there is no such request. */
  public static SavepointProgress failed(long requestId, String cause) {
    return new SavepointProgress("failed", requestId, null, null, cause);
  }
}
