// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;

/** A file of users or tokens cannot be used. Its problems are sentences for the operator. */
public final class SecurityFileException extends Exception {
  private final transient List<String> problems;

  SecurityFileException(String problem) {
    this(List.of(problem));
  }

  /** Takes one sentence per problem, at least one; the message joins them. */
  SecurityFileException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, one sentence each, with the file and if possible the line. */
  public List<String> problems() {
    return problems;
  }
}
