// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.time.Duration;
import java.util.Map;

/**
 * How a cluster is asked.
 *
 * @param readDeadline how long one read may take, waiting its turn and failing over included
 * @param changeDeadline how long one change may take
 * @param runDeadline how long running or planning a program may take, which runs its main method
 * @param transferDeadline how long the transfer of one file, such as a log, may take
 * @param transferSilence how long nothing of a file may arrive
 * @param requestsAtOnce requests that may be under way at once
 * @param requestsWaiting requests that may wait for their turn; more are refused
 * @param maxAnswerBytes the largest answer that is read into memory
 * @param memory for answers that are being read, shared by clusters
 * @param headers sent with every request, such as {@code Authorization}
 * @param secrets which keys of the cluster name a secret
 */
public record FlinkClientOptions(
    Duration readDeadline,
    Duration changeDeadline,
    Duration runDeadline,
    Duration transferDeadline,
    Duration transferSilence,
    int requestsAtOnce,
    int requestsWaiting,
    long maxAnswerBytes,
    AnswerBudget memory,
    Map<String, String> headers,
    Secrets secrets) {
  /** Copies the headers. */
  public FlinkClientOptions {
    headers = Map.copyOf(headers);
  }
}
