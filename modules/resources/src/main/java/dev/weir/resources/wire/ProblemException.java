// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.model.ProblemKind;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem. The message is one sentence for the client. */
public final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1;

  private final ProblemKind kind;

  /** Creates the exception; the client gets the sentence. */
  public ProblemException(ProblemKind kind, String sentence) {
    this(kind, sentence, (Throwable) null);
  }

  /** Creates the exception; the client gets the sentence, and the log also gets the cause. */
  public ProblemException(ProblemKind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause, kind.status());
    this.kind = kind;
  }

  /** Adds a header to the answer, such as {@code Retry-After}. */
  public ProblemException with(String header, Object value) {
    getResponse().getHeaders().add(header, value);
    return this;
  }

  /** The kind of the problem. */
  public ProblemKind kind() {
    return kind;
  }

  /** The message; never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }
}
