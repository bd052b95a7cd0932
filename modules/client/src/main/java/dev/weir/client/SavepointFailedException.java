// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import dev.weir.client.model.SavepointProgress;

/** A cancel-with-savepoint that was begun and failed; the job goes on. */
public final class SavepointFailedException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient SavepointProgress progress;

  SavepointFailedException(ApiException answer, SavepointProgress progress) {
    super(
        answer.getCode(),
        "The savepoint failed: " + progress.getCause(),
        answer.getResponseHeaders(),
        answer.getResponseBody());
    this.progress = progress;
  }

  /** What the server says of it. */
  public SavepointProgress progress() {
    return progress;
  }
}
