package dev.weir.flink;

import java.net.URI;
import java.time.Duration;

/**
 * How a cluster is reached.
 *
 * @param address where Flink's REST API is, a path prefix included
 * @param readDeadline how long one read may take, waiting its turn included
 * @param changeDeadline how long one change may take; running a program runs its main method
 * @param transferDeadline how long the transfer of one file, such as a log, may take
 * @param requestsAtOnce requests that may be under way at once
 * @param requestsWaiting requests that may wait for their turn; more are refused
 * @param maxAnswerBytes the largest answer that is read into memory
 */
public record FlinkClientOptions(
    URI address,
    Duration readDeadline,
    Duration changeDeadline,
    Duration transferDeadline,
    int requestsAtOnce,
    int requestsWaiting,
    long maxAnswerBytes) {}
