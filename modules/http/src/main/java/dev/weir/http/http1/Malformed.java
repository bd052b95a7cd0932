// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

/** What is no request of HTTP/1.1, and what its sender is told. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String sentence;

  private Malformed(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.sentence = sentence;
  }

  static Malformed of(String sentence) {
    return new Malformed(400, sentence);
  }

  static Malformed of(int status, String sentence) {
    return new Malformed(status, sentence);
  }

  int status() {
    return status;
  }

  /** One sentence, without anything that the sender has sent. */
  String sentence() {
    return sentence;
  }
}
