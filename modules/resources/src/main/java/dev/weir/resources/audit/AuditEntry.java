// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log: a requested change, or its outcome.
 *
 * @param time the time in UTC, such as {@code 2026-11-22T05:03:46.123Z}
 * @param id the id of the request; all lines about it have the same
 * @param event {@code asked}, and then {@code done}, {@code refused} or {@code failed}. A change
 *     refused before it was tried has no {@code asked}. {@code denied} is a failed login, or a
 *     change rejected before a resource was found
 * @param user the name of the caller; null if the caller is not known
 * @param authentication how the caller was authenticated, such as {@code BASIC}; null if the caller
 *     is not known
 * @param claimed the unproven user name in a denied request; null otherwise
 * @param client the address of the client; null if it is not known
 * @param method the HTTP method; null if the line is about several requests
 * @param path the requested path, below the base address; null if the line is about several
 *     requests
 * @param parameters the parameters of query and body, with secrets masked; null if there are none
 * @param cluster the name of the cluster; null if there is none
 * @param job the id of the job; null if there is none
 * @param jar the id of the jar; null if there is none
 * @param status the HTTP status of the answer; null before the answer
 * @param result what the change produced, such as the id of a started job; null before the answer,
 *     and if there is nothing to report
 * @param problem why the change was refused or failed, in one sentence; null otherwise
 * @param millis how long the change took, in milliseconds; null before the answer
 */
public record AuditEntry(
    String time,
    String id,
    String event,
    @Nullable String user,
    @Nullable String authentication,
    @Nullable String claimed,
    @Nullable String client,
    @Nullable String method,
    @Nullable String path,
    @Nullable Map<String, List<String>> parameters,
    @Nullable String cluster,
    @Nullable String job,
    @Nullable String jar,
    @Nullable Integer status,
    @Nullable String result,
    @Nullable String problem,
    @Nullable Long millis) {
  /** The event of a failed login, or of a change rejected before a resource was found. */
  private static final String DENIED = "denied";

  /** A line about a denied request, with an id of its own. */
  static AuditEntry denied(
      Instant time,
      @Nullable String claimed,
      @Nullable String client,
      @Nullable String method,
      @Nullable String path,
      @Nullable Integer status,
      @Nullable String problem) {
    return new AuditEntry(
        time.toString(),
        UUID.randomUUID().toString(),
        DENIED,
        null,
        null,
        claimed,
        client,
        method,
        path,
        null,
        null,
        null,
        null,
        status,
        null,
        problem,
        null);
  }

  /** Whether the line is about a denied request. */
  public boolean wasDenied() {
    return event.equals(DENIED);
  }
}
