// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
