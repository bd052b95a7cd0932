// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.nio.file.FileSystemException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The embedded Flink did not start; the message is one sentence for the operator. */
public final class EmbeddedFlinkException extends Exception {

  private static final long serialVersionUID = 1L;

  EmbeddedFlinkException(String message) {
    super(message);
  }

  /** Appends the messages of all causes: Flink's outermost message seldom says enough. */
  EmbeddedFlinkException(String message, Exception cause) {
    super(message + ": " + String.join(": ", reasons(cause)), cause);
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  private static Set<String> reasons(Throwable cause) {
    Set<String> reasons = new LinkedHashSet<>();
    for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
      reasons.add(reason(each).replaceFirst("\\.$", ""));
    }
    return reasons;
  }

  private static String reason(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    // The message of a FileSystemException is often only the file name.
    return cause instanceof FileSystemException
        ? name + " " + cause.getMessage()
        : Optional.ofNullable(cause.getMessage()).orElse(name);
  }
}
