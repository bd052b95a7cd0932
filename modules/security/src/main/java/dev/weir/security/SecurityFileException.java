// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;

/** A file of users or tokens that cannot be used. Its problems are written for the user. */
public final class SecurityFileException extends Exception {
  private final transient List<String> problems;

  /** Takes a sentence. */
  SecurityFileException(String problem) {
    this(List.of(problem));
  }

  /** Takes a sentence for each thing that is wrong, at least one; the message is all of them. */
  SecurityFileException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, a sentence each, with the file and where possible the line. */
  public List<String> problems() {
    return problems;
  }
}
