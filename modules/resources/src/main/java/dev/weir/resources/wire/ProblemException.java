// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.model.ProblemKind;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with a problem of a kind; the message is one sentence for the client.
 */
public final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1;

  private final ProblemKind kind;

  /** With the sentence that the client gets. */
  public ProblemException(ProblemKind kind, String sentence) {
    this(kind, sentence, (Throwable) null);
  }

  /** With the sentence that the client gets, and what the log gets. */
  public ProblemException(ProblemKind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause, kind.status());
    this.kind = kind;
  }

  /** The same with a header of the answer, such as {@code Retry-After}. */
  public ProblemException with(String header, Object value) {
    getResponse().getHeaders().add(header, value);
    return this;
  }

  /** What kind of problem it is. */
  public ProblemKind kind() {
    return kind;
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }
}
