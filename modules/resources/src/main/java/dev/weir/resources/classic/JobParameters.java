// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.model.MalformedIdException;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobState;
import dev.weir.monitor.JobCursor;
import dev.weir.monitor.JobQuery;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of a job search. */
public final class JobParameters {
  private static final int MOST = 1000;

  private final List<String> state;
  private final @Nullable String name;
  private final List<String> cluster;
  private final @Nullable String since;
  private final String limit;
  private final @Nullable String cursor;

  /**
   * Takes the parameters as given.
   *
   * @param state names of states, repeated or comma-separated; empty for all
   * @param name text in the name of the job, ignoring case; null for all
   * @param cluster names of clusters, repeated or comma-separated; empty for all
   * @param since only jobs whose state has changed at this time or later; null for all.
   *     Milliseconds since the epoch, or ISO 8601 with an offset
   * @param limit maximum number of jobs, 1 to 1000
   * @param cursor the {@code next} of the previous answer; null for the first jobs
   */
  public JobParameters(
      @QueryParam("state") List<String> state,
      @QueryParam("name") @Nullable String name,
      @QueryParam("cluster") List<String> cluster,
      @QueryParam("since") @Nullable String since,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    this.state = state;
    this.name = name;
    this.cluster = cluster;
    this.since = since;
    this.limit = limit;
    this.cursor = cursor;
  }

  JobQuery toQuery() {
    return new JobQuery(
        each(state, JobParameters::state),
        blankIsNull(name),
        each(cluster, JobParameters::cluster),
        since(),
        limit(),
        cursor());
  }

  private static <T> Set<T> each(List<String> given, Function<String, T> parser) {
    Set<T> parsed = new LinkedHashSet<>();
    given.stream()
        .flatMap(texts -> Arrays.stream(texts.split(",", -1)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(parser)
        .forEach(parsed::add);
    return parsed;
  }

  private static JobState state(String text) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> bad("state", text, "one of " + Arrays.toString(JobState.values())));
  }

  private static ClusterName cluster(String text) {
    try {
      return new ClusterName(text);
    } catch (MalformedIdException e) {
      throw new ProblemException(ProblemKind.MALFORMED_PARAMETER, e.explanation(), e);
    }
  }

  private @Nullable Instant since() {
    String text = blankIsNull(since);
    if (text == null) {
      return null;
    }
    try {
      return text.matches("\\d{1,15}")
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw bad(
          "since", text, "milliseconds since the epoch, or a time such as 2026-01-31T12:00:00Z");
    }
  }

  private int limit() {
    if (limit.matches("\\d{1,4}")) {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    }
    throw bad("limit", limit, "a number from 1 to " + MOST);
  }

  private @Nullable JobCursor cursor() {
    String text = blankIsNull(cursor);
    return text == null
        ? null
        : JobCursor.parse(text)
            .orElseThrow(() -> bad("cursor", text, "the 'next' of an answer before"));
  }

  private static ProblemException bad(String parameter, String text, String right) {
    return new ProblemException(
        ProblemKind.MALFORMED_PARAMETER,
        parameter + " is '" + Printable.of(text) + "': it must be " + right + ".");
  }

  private static @Nullable String blankIsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
