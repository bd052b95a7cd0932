// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import org.jspecify.annotations.Nullable;

/**
 * An error answer as in RFC 9457, with the field {@code error} for Flink 1.3 clients.
 *
 * @param type a URI for the kind of problem; {@code about:blank} if the status says it all
 * @param title reason phrase of the status
 * @param status the HTTP status
 * @param detail one sentence that names the fault
 * @param error the same sentence, where Flink 1.3 clients look for it
 * @param id id of the entry in the server's log; null for faults of the client
 */
public record Problem(
    String type, String title, int status, String detail, String error, @Nullable String id) {

  /** A problem of type {@code about:blank}. */
  public static Problem of(int status, String title, String sentence, @Nullable String id) {
    return new Problem("about:blank", title, status, sentence, sentence, id);
  }
}
