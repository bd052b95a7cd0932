// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/** The progress of a savepoint. */
public sealed interface SavepointOperation {
  /** The savepoint is in progress. */
  record InProgress() implements SavepointOperation {}

  /**
   * The savepoint is complete.
   *
   * @param location its path
   */
  record Completed(String location) implements SavepointOperation {}

  /**
   * The savepoint failed.
   *
   * @param cause one sentence
   */
  record Failed(String cause) implements SavepointOperation {}
}
