// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import org.jspecify.annotations.Nullable;

/**
 * An error answer as in RFC 9457, with the field {@code error} for Flink 1.3 clients.
 *
 * @param type the path of the page about the {@linkplain ProblemKind kind}, whose last segment is
 *     the name of the kind; {@code about:blank} for a status that no kind has
 * @param title the title of the kind
 * @param status the HTTP status
 * @param detail one sentence that names the fault
 * @param error the same sentence, where Flink 1.3 clients look for it
 * @param id id of the entry in the server's log; null for faults of the client
 */
public record Problem(
    String type, String title, int status, String detail, String error, @Nullable String id) {
  private static final String BLANK = "about:blank";

  /** A problem of a kind, on a server at the root of its host. */
  public static Problem of(ProblemKind kind, String sentence) {
    return of(kind, sentence, null);
  }

  /** The same with the id under which the server's log says more; null for none. */
  public static Problem of(ProblemKind kind, String sentence, @Nullable String id) {
    return new Problem(kind.type(), kind.title(), kind.status(), sentence, sentence, id);
  }

  /**
   * A problem of the general kind of a status; {@code about:blank} (RFC 9457, 4.2.1) if it has
   * none.
   *
   * @param phrase the status in words
   */
  public static Problem ofStatus(int status, String phrase, String sentence) {
    return ProblemKind.ofStatus(status)
        .map(kind -> of(kind, sentence))
        .orElseGet(() -> new Problem(BLANK, phrase, status, sentence, sentence, null));
  }

  /**
   * The same problem of a server below a path.
   *
   * @param path without a slash at its end; empty for the root
   */
  public Problem below(String path) {
    return type.equals(BLANK) ? this : new Problem(path + type, title, status, detail, error, id);
  }
}
