// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A cluster did not do what was asked of it; the message is one sentence for the client. */
public class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why it did not. */
  public enum Reason {
    /** The request makes no sense to Flink. */
    INVALID,
    /** There is no such job, vertex, checkpoint, program or whatever was asked for. */
    NOT_FOUND,
    /** The job is not in a state in which that can be done. */
    CONFLICT,
    /** Flink will not take that much. */
    TOO_LARGE,
    /** There is no room for it here now. */
    NO_ROOM,
    /** Nobody answers at the cluster's address, or it has no leader now. */
    UNREACHABLE,
    /** More requests wait for the cluster than may. */
    OVERLOADED,
    /** It has not answered, in time or at all; what became of a change is not known. */
    NO_ANSWER,
    /** It answered with an error of its own or with something that is not Flink's. */
    UNEXPECTED_ANSWER
  }

  private final Reason reason;

  /** With the sentence that the client gets. */
  public ClusterException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** With the sentence that the client gets, and what the log gets. */
  public ClusterException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /** Why the cluster did not do it. */
  public Reason reason() {
    return reason;
  }

  /** Whether this says nothing of what was asked for, only that the cluster could not be asked. */
  public boolean unavailable() {
    return switch (reason) {
      case UNREACHABLE, OVERLOADED, NO_ANSWER, UNEXPECTED_ANSWER -> true;
      case INVALID, NOT_FOUND, CONFLICT, TOO_LARGE, NO_ROOM -> false;
    };
  }

  /** Whether the cluster could not be asked, so that what it said last is all that is known. */
  public boolean leavesUnknown() {
    return unavailable() && reason != Reason.UNEXPECTED_ANSWER;
  }

  /** Whether a future failed because the cluster says that there is no such thing. */
  public static boolean saysNotFound(Throwable thrown) {
    return unwrap(thrown) instanceof ClusterException refusal && refusal.reason == Reason.NOT_FOUND;
  }

  /** What a future failed with, out of the wrappers that futures put around it. */
  public static Throwable unwrap(Throwable thrown) {
    Throwable inner = thrown;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }
}
