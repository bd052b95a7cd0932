// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

/** States of a job in the classic contract, in the order in which it lists them. */
public enum JobState {
  CREATED,
  RUNNING,
  FAILING,
  FAILED,
  CANCELLING,
  CANCELED,
  FINISHED,
  RESTARTING,
  SUSPENDED,
  RECONCILING;

  /** Whether a job in this state will never leave it. */
  public boolean ended() {
    return this == FINISHED || this == CANCELED || this == FAILED;
  }
}
