package dev.weir.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded Flink did not start; the message is one sentence for the operator. */
public final class EmbeddedFlinkException extends Exception {

  private static final long serialVersionUID = 1L;

  EmbeddedFlinkException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
