// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far a cancel-with-savepoint is.
 *
 * @param status {@code accepted}, {@code in-progress}, {@code success} or {@code failed}
 * @param requestId number of the request
 * @param location path of the progress; only when accepted
 * @param savepointPath where the savepoint is; only on success
 * @param cause why it failed, in a sentence; only when failed
 */
public record SavepointProgress(
    String status,
    @JsonProperty("request-id") long requestId,
    @Nullable String location,
    @JsonProperty("savepoint-path") @Nullable String savepointPath,
    @Nullable String cause) {

  /** It was accepted; its progress is at {@code location}. */
  public static SavepointProgress accepted(long requestId, String location) {
    return new SavepointProgress("accepted", requestId, location, null, null);
  }

  /** It is under way. */
  public static SavepointProgress inProgress(long requestId) {
    return new SavepointProgress("in-progress", requestId, null, null, null);
  }

  /** It is done. */
  public static SavepointProgress success(long requestId, String savepointPath) {
    return new SavepointProgress("success", requestId, null, savepointPath, null);
  }

  /** It failed, or there is no such request. */
  public static SavepointProgress failed(long requestId, String cause) {
    return new SavepointProgress("failed", requestId, null, null, cause);
  }
}
