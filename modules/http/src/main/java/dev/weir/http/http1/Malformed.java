// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

import dev.weir.model.ProblemKind;

/** A request that is not valid HTTP/1.1, and the problem that its sender gets. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final String sentence;

  private Malformed(ProblemKind kind, String sentence) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.sentence = sentence;
  }

  static Malformed of(String sentence) {
    return new Malformed(ProblemKind.MALFORMED_REQUEST, sentence);
  }

  static Malformed of(ProblemKind kind, String sentence) {
    return new Malformed(kind, sentence);
  }

  ProblemKind kind() {
    return kind;
  }

  /** One sentence, without any text of the request. */
  String sentence() {
    return sentence;
  }
}
