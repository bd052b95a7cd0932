// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits and headers of the requests to one cluster.
 *
 * @param readDeadline of one read, including its wait in the bulkhead and failover
 * @param changeDeadline of one change
 * @param runDeadline of a run or plan of a jar, which executes the jar's main method
 * @param transferDeadline of the transfer of one file, such as a log
 * @param transferSilence longest pause within the transfer of a file
 * @param requestsAtOnce size of the bulkhead: requests in progress
 * @param requestsWaiting size of the bulkhead's queue; beyond that requests are refused
 * @param maxAnswerBytes largest answer that is read into memory, in bytes
 * @param memory for answers being read, shared by clusters
 * @param headers sent with every request, such as {@code Authorization}
 * @param secrets keys whose values are masked
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
  public FlinkClientOptions {
    headers = Map.copyOf(headers);
  }

  /** Begins to make one, each component by its name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
  public static final class Builder {
    private @Nullable Duration readDeadline;
    private @Nullable Duration changeDeadline;
    private @Nullable Duration runDeadline;
    private @Nullable Duration transferDeadline;
    private @Nullable Duration transferSilence;
    private int requestsAtOnce;
    private int requestsWaiting;
    private long maxAnswerBytes;
    private @Nullable AnswerBudget memory;
    private @Nullable Map<String, String> headers;
    private @Nullable Secrets secrets;

    private Builder() {}

    public Builder readDeadline(Duration value) {
      readDeadline = value;
      return this;
    }

    public Builder changeDeadline(Duration value) {
      changeDeadline = value;
      return this;
    }

    public Builder runDeadline(Duration value) {
      runDeadline = value;
      return this;
    }

    public Builder transferDeadline(Duration value) {
      transferDeadline = value;
      return this;
    }

    public Builder transferSilence(Duration value) {
      transferSilence = value;
      return this;
    }

    public Builder requestsAtOnce(int value) {
      requestsAtOnce = value;
      return this;
    }

    public Builder requestsWaiting(int value) {
      requestsWaiting = value;
      return this;
    }

    public Builder maxAnswerBytes(long value) {
      maxAnswerBytes = value;
      return this;
    }

    public Builder memory(AnswerBudget value) {
      memory = value;
      return this;
    }

    public Builder headers(Map<String, String> value) {
      headers = value;
      return this;
    }

    public Builder secrets(Secrets value) {
      secrets = value;
      return this;
    }

    /**
     * Makes it.
     *
     * @throws NullPointerException if something is missing
     */
    public FlinkClientOptions build() {
      return new FlinkClientOptions(
          requireNonNull(readDeadline, "readDeadline"),
          requireNonNull(changeDeadline, "changeDeadline"),
          requireNonNull(runDeadline, "runDeadline"),
          requireNonNull(transferDeadline, "transferDeadline"),
          requireNonNull(transferSilence, "transferSilence"),
          requestsAtOnce,
          requestsWaiting,
          maxAnswerBytes,
          requireNonNull(memory, "memory"),
          requireNonNull(headers, "headers"),
          requireNonNull(secrets, "secrets"));
    }
  }
}
