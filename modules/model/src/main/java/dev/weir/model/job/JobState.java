// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

/** States of a job in the classic contract, in the contract's order. */
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

  /** Whether this state is terminal. */
  public boolean ended() {
    return this == FINISHED || this == CANCELED || this == FAILED;
  }
}
