// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

/** States of a task in the classic contract, in the order in which it lists them. */
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

  /** Whether an attempt in this state will never leave it. */
  public boolean ended() {
    return this == FINISHED || this == CANCELED || this == FAILED;
  }
}
