package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.JobExceptions;
import dev.weir.model.TaskException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flink's {@code /jobs/<jobid>/exceptions}: since 2.0 nothing but the history of failures, latest
 * first, each with what failed at the same time elsewhere.
 */
record ExceptionsResponse(@JsonProperty("exceptionHistory") @Nullable History history) {
  private static final int MOST = 20;
  private static final String SUPPRESSED =
      "org.apache.flink.runtime.JobException: Recovery is suppressed";
  private static final String CAUSE = "\nCaused by: ";

  JobExceptions toModel() {
    if (history == null || history.entries() == null || history.entries().isEmpty()) {
      return new JobExceptions(null, List.of(), false);
    }
    List<TaskException> ofTasks =
        history.entries().stream()
            .flatMap(Entry::withConcurrent)
            .filter(entry -> entry.taskName() != null)
            .map(Entry::toModel)
            .distinct()
            .toList();
    return new JobExceptions(
        history.entries().get(0).usersOwn(),
        ofTasks.stream().limit(MOST).toList(),
        history.truncated() || ofTasks.size() > MOST);
  }

  /** Failures of a job, latest first. */
  record History(@Nullable List<Entry> entries, boolean truncated) {}

  /** One failure; {@code endpoint} was {@code location} before 1.20. */
  record Entry(
      String stacktrace,
      @Nullable String taskName,
      @Nullable String endpoint,
      @Nullable String location,
      @Nullable List<Entry> concurrentExceptions) {
    Stream<Entry> withConcurrent() {
      return Stream.concat(
          Stream.of(this),
          concurrentExceptions == null ? Stream.empty() : concurrentExceptions.stream());
    }

    /** What happened, without Flink's own word that it will not try again. */
    String usersOwn() {
      int cause = stacktrace.startsWith(SUPPRESSED) ? stacktrace.indexOf(CAUSE) : -1;
      return cause < 0 ? stacktrace : stacktrace.substring(cause + CAUSE.length());
    }

    TaskException toModel() {
      String task = Objects.requireNonNull(taskName).replaceFirst(" - execution #\\d+$", "");
      return new TaskException(usersOwn(), task, Locations.of(endpoint, location));
    }
  }
}
