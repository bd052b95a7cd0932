// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/** How far a savepoint is. */
public sealed interface SavepointOperation {
  /** It is under way. */
  record InProgress() implements SavepointOperation {}

  /**
   * It is there.
   *
   * @param location where
   */
  record Completed(String location) implements SavepointOperation {}

  /**
   * There is none.
   *
   * @param cause why, in a sentence
   */
  record Failed(String cause) implements SavepointOperation {}
}
