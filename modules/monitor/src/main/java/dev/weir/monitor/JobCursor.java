// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.clusters.ClusterJob;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobId;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in the list of all jobs, which is ordered by start time, latest first. A cursor stays
 * valid when jobs come or go.
 */
public record JobCursor(long startTime, ClusterName cluster, JobId job) {
  static final Comparator<JobCursor> ORDER =
      Comparator.comparingLong(JobCursor::startTime)
          .reversed()
          .thenComparing(JobCursor::cluster)
          .thenComparing(cursor -> cursor.job().value());

  private static final Pattern FORM =
      Pattern.compile("(-?\\d{1,18})/([\\w-]{1,63})/([0-9a-f]{32})");

  static JobCursor at(ClusterJob job) {
    return new JobCursor(job.startTime(), job.cluster(), job.jid());
  }

  /** Parses the text of a cursor; empty if malformed. */
  public static Optional<JobCursor> parse(String text) {
    try {
      Matcher matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
      return matcher.matches()
          ? Optional.of(
              new JobCursor(
                  Long.parseLong(matcher.group(1)),
                  new ClusterName(matcher.group(2)),
                  JobId.parse(matcher.group(3))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The text for clients, opaque to them. */
  @Override
  public String toString() {
    String text = startTime + "/" + cluster + "/" + job;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
