// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.job.JobExceptions;
import dev.weir.model.job.TaskException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flink's {@code /jobs/<jobid>/exceptions}: since 2.0 nothing but the history of failures, latest
 * first, each with what failed at the same time elsewhere.
 *
 * @param rootException what failed last, up to 1.20; there also where the history is empty
 */
public record ExceptionsResponse(
    @JsonProperty(value = "exceptionHistory", required = true) History history,
    @JsonProperty("root-exception") @Nullable String rootException) {
  private static final int MOST = 20;
  private static final String SUPPRESSED =
      "org.apache.flink.runtime.JobException: Recovery is suppressed";
  private static final String ATTEMPT = " - execution #";
  private static final String CAUSE = "\nCaused by: ";

  public JobExceptions toModel() {
    if (history.entries().isEmpty()) {
      return new JobExceptions(
          rootException == null ? null : usersOwn(rootException), List.of(), false);
    }
    List<TaskException> ofTasks =
        history.entries().stream()
            .flatMap(Entry::withConcurrent)
            .filter(entry -> entry.taskName() != null)
            .map(Entry::toModel)
            .distinct()
            .toList();
    return new JobExceptions(
        usersOwn(history.entries().get(0).stacktrace()),
        ofTasks.stream().limit(MOST).toList(),
        history.truncated() || ofTasks.size() > MOST);
  }

  /** Failures of a job, latest first. */
  record History(List<Entry> entries, boolean truncated) {}

  /** One failure; {@code endpoint} was {@code location} before 1.20. */
  record Entry(
      String stacktrace,
      @Nullable String taskName,
      @Nullable String endpoint,
      @Nullable String location,
      List<Entry> concurrentExceptions) {
    Stream<Entry> withConcurrent() {
      return Stream.concat(Stream.of(this), concurrentExceptions.stream());
    }

    public TaskException toModel() {
      String task = Objects.requireNonNull(taskName);
      int attempt = task.lastIndexOf(ATTEMPT);
      return new TaskException(
          usersOwn(stacktrace),
          attempt < 0 ? task : task.substring(0, attempt),
          Locations.of(endpoint, location));
    }
  }

  /** What happened, without Flink's own word that it will not try again. */
  private static String usersOwn(String stacktrace) {
    int cause = stacktrace.startsWith(SUPPRESSED) ? stacktrace.indexOf(CAUSE) : -1;
    return cause < 0 ? stacktrace : stacktrace.substring(cause + CAUSE.length());
  }
}
