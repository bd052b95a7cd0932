// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

/** A server that is up. */
public interface Server extends AutoCloseable {

  /** What the user is told of it at the start. */
  StartReport report();

  /**
   * Returns when the server has come to an end by itself.
   *
   * @throws InterruptedException if the process is asked to end; {@link #close} comes next
   */
  void awaitEnd() throws InterruptedException;

  /**
   * Ends it: no new requests, those in progress finished, the embedded Flink stopped, temporary
   * files removed. It takes no longer than {@code weir.shutdown.timeout}.
   */
  @Override
  void close();
}
