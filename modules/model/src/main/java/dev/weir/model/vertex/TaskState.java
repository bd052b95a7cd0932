// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

/** States of a task in the classic contract, in the contract's order. */
public enum TaskState {
  CREATED,
  SCHEDULED,
  DEPLOYING,
  RUNNING,
  FINISHED,
  CANCELING,
  CANCELED,
  FAILED,
  RECONCILING;

  /** Whether this state is terminal. */
  public boolean ended() {
    return this == FINISHED || this == CANCELED || this == FAILED;
  }
}
