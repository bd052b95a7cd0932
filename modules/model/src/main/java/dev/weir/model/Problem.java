// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it, and as Flink 1.3's clients read it.
 *
 * @param type a URI for the kind of problem; {@code about:blank} where the status says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail one sentence that names what was wrong
 * @param error the same sentence, where 1.3's clients look for it
 * @param id where to find more in the server's log; null for problems that the client made
 */
public record Problem(
    String type, String title, int status, String detail, String error, @Nullable String id) {

  /** One of which the status says all but a sentence. */
  public static Problem of(int status, String title, String sentence, @Nullable String id) {
    return new Problem("about:blank", title, status, sentence, sentence, id);
  }
}
