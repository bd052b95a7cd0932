// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.time.Duration;

/**
 * What a client is told of a request that was sent and not answered.
 *
 * @param deadline within which the cluster had to answer
 * @param broken what it is if the connection broke instead
 * @param consequence the end of the sentence
 */
record NoAnswerMessage(Duration deadline, Reason broken, String consequence) {
  /** A read: nothing is lost. */
  static NoAnswerMessage read(Duration deadline) {
    return new NoAnswerMessage(deadline, Reason.UNREACHABLE, ".");
  }

  /**
   * A change: it may have been made.
   *
   * @param lookAt the address that shows whether it was
   */
  static NoAnswerMessage change(Duration deadline, String lookAt) {
    return new NoAnswerMessage(
        deadline,
        Reason.NO_ANSWER,
        "; whether it did what was asked is not known. Look at "
            + lookAt
            + " before asking again: nothing is sent twice by itself.");
  }

  /** A run: its program may have started. */
  static NoAnswerMessage run(Duration deadline) {
    return new NoAnswerMessage(
        deadline,
        Reason.NO_ANSWER,
        "; the program may have started, and may go on to start a job. Look at /joboverview before"
            + " asking again: nothing is sent twice by itself.");
  }

  ClusterException late() {
    return new ClusterException(
        Reason.NO_ANSWER,
        "The cluster has not answered within " + deadline.toMillis() + " ms" + consequence);
  }

  ClusterException broken(String address, Throwable cause) {
    return new ClusterException(
        broken, "The connection to the cluster at " + address + " broke" + consequence, cause);
  }
}
