// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log: a change as it was asked for, or how it came out.
 *
 * @param time when, in UTC, such as {@code 2026-11-22T05:03:46.123Z}
 * @param id of the request; the lines before and after have the same
 * @param event {@code asked}, and then {@code done}, {@code refused} or {@code failed}; one that
 *     was refused before it was tried has no {@code asked}. {@code denied} for a login that failed
 *     and for a change that got no further than to the door
 * @param user who; null where nobody is asked for a name
 * @param authentication how the user was known, such as {@code BASIC}; null as above
 * @param claimed the name that a caller gave and did not prove; null otherwise
 * @param client the address that it came from; null where that is not known
 * @param method the HTTP method; null where the line is about several requests
 * @param path the path below the server, as it was asked for; null as above
 * @param parameters those of the query, the values of secrets masked
 * @param cluster the name of the cluster; null where there is none
 * @param job the job that it is about; null for none
 * @param jar the program that it is about; null for none
 * @param status the HTTP status of the answer; null before
 * @param result what it brought about, such as the {@code jobid} of a job that was started; null
 *     before and where there is nothing to say
 * @param problem why it was refused or has failed, in one sentence; null otherwise
 * @param millis how long it took; null before
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
  /** The event of a login that failed, or a change that got no further than to the door. */
  private static final String DENIED = "denied";

  /** A line about what got no further than to the door, under an id of its own. */
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

  /** Whether it is about a request that was denied at the door. */
  public boolean wasDenied() {
    return event.equals(DENIED);
  }
}
