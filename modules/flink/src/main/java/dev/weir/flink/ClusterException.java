// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import dev.weir.flink.raw.FlinkError;
import dev.weir.model.ProblemKind;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A request to a cluster failed. The message is one sentence for the client. */
public class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why the request failed. */
  public enum Reason {
    /** Weir or Flink rejected the request as malformed or impossible. */
    INVALID(ProblemKind.REFUSED_BY_FLINK),
    /** The job, vertex, checkpoint, jar or other subject does not exist. */
    NOT_FOUND(ProblemKind.NOT_AVAILABLE),
    /** The state of the job does not allow the change. */
    CONFLICT(ProblemKind.STATE_CONFLICT),
    /** The upload is larger than Weir or Flink allows. */
    TOO_LARGE(ProblemKind.BODY_TOO_LARGE),
    /** Weir has no disk space for the upload now. */
    NO_ROOM(ProblemKind.UPLOADS_FULL),
    /** Nobody answers at the cluster's address, or the cluster has no leader now. */
    UNREACHABLE(ProblemKind.CLUSTER_UNREACHABLE),
    /** The bulkhead is full: too many requests wait for the cluster. */
    OVERLOADED(ProblemKind.CLUSTER_OVERLOADED),
    /** The cluster did not answer before the deadline. Whether it did a change is unknown. */
    NO_ANSWER(ProblemKind.CLUSTER_TIMEOUT),
    /** The cluster answered with an internal error, or not as Flink does. */
    UNEXPECTED_ANSWER(ProblemKind.UNUSABLE_CLUSTER_ANSWER);

    private final ProblemKind general;

    Reason(ProblemKind general) {
      this.general = general;
    }
  }

  private final Reason reason;
  private final ProblemKind kind;
  private transient @Nullable FlinkError quoted;
  private boolean unsent;

  /** A failure with a sentence for the client. */
  public ClusterException(Reason reason, String message) {
    this(reason, reason.general, message);
  }

  /** A failure with a sentence for the client and a cause for the log. */
  public ClusterException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.kind = reason.general;
  }

  /** With the sentence that the client gets, and a kind that says more than the reason. */
  public ClusterException(Reason reason, ProblemKind kind, String message) {
    super(message);
    this.reason = reason;
    this.kind = kind;
  }

  /** The failure of a change that was not sent, because the cluster is known not to answer. */
  public static ClusterException nothingSent(ClusterException why) {
    ClusterException failure =
        new ClusterException(why.reason, "Nothing was sent. " + why.getMessage());
    failure.unsent = true;
    return failure;
  }

  /** Whether the change was not sent for that reason, so that it may be sent again. */
  public boolean isUnsent() {
    return unsent;
  }

  /** The same failure with the error answer of Flink behind it. */
  public ClusterException quoting(FlinkError error) {
    quoted = error;
    return this;
  }

  /** The error answer of Flink behind it; empty if Flink has not answered with one. */
  public Optional<FlinkError> quoted() {
    return Optional.ofNullable(quoted);
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /** Why the request failed. */
  public Reason reason() {
    return reason;
  }

  /** The kind of problem that the client gets. */
  public ProblemKind kind() {
    return kind;
  }

  /** Whether the cluster could not be asked. Then the failure says nothing about the subject. */
  public boolean unavailable() {
    return switch (reason) {
      case UNREACHABLE, OVERLOADED, NO_ANSWER, UNEXPECTED_ANSWER -> true;
      case INVALID, NOT_FOUND, CONFLICT, TOO_LARGE, NO_ROOM -> false;
    };
  }

  /**
   * Whether the cluster's last answer is still the best that is known. False after an answer that
   * cannot be understood.
   */
  public boolean leavesUnknown() {
    return unavailable() && reason != Reason.UNEXPECTED_ANSWER;
  }

  /** Whether a future failed with {@code NOT_FOUND}. */
  public static boolean saysNotFound(Throwable thrown) {
    return unwrap(thrown) instanceof ClusterException refusal && refusal.reason == Reason.NOT_FOUND;
  }

  /** The failure of a future, without the wrappers that futures add. */
  public static Throwable unwrap(Throwable thrown) {
    Throwable inner = thrown;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }
}
