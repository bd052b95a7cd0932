// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.Objects;

/** An identifier has the wrong form. The message is a sentence for the client. */
public final class MalformedIdException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public MalformedIdException(String what, String given, String rule) {
    super("'" + Printable.of(given) + "' is not " + what + ": " + rule + ".");
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }
}
