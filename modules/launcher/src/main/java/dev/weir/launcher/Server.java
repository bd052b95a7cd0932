// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

/** A running server. */
public interface Server extends AutoCloseable {

  /** The report for the user at the start. */
  StartReport report();

  /**
   * Waits until the server ends by itself.
   *
   * @throws InterruptedException if the process is asked to end; {@link #close} comes next
   */
  void awaitEnd() throws InterruptedException;

  /**
   * Stops the server: it accepts no new requests, finishes those in progress, stops the embedded
   * Flink and removes temporary files. This takes at most {@code weir.shutdown.timeout}.
   */
  @Override
  void close();
}
