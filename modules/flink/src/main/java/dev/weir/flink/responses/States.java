// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import dev.weir.model.job.JobState;
import dev.weir.model.job.TaskCounts;
import dev.weir.model.vertex.TaskState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds Flink's states into those of the classic contract.
 *
 * <p>Since 1.13 a job is {@code INITIALIZING} before it is created: that is {@code CREATED}. A task
 * is {@code INITIALIZING} while it restores its state, which it did in {@code RUNNING} before: that
 * is {@code RUNNING}. A state that a later Flink adds is {@code RECONCILING}: not known now.
 */
public final class States {
  private static final String INITIALIZING = "INITIALIZING";
  private static final Map<String, JobState> JOB_STATES = byName(JobState.values());
  private static final Map<String, TaskState> TASK_STATES = byName(TaskState.values());

  private States() {}

  public static JobState job(@Nullable String state) {
    return INITIALIZING.equals(state)
        ? JobState.CREATED
        : JOB_STATES.getOrDefault(state, JobState.RECONCILING);
  }

  static TaskState task(@Nullable String state) {
    return INITIALIZING.equals(state)
        ? TaskState.RUNNING
        : TASK_STATES.getOrDefault(state, TaskState.RECONCILING);
  }

  /** When each state of a job was entered; of two that fold into one, the first. */
  static Map<JobState, Long> jobTimestamps(@Nullable Map<String, Long> timestamps) {
    Map<JobState, Long> folded = zeroes(JobState.class, 0L);
    orEmpty(timestamps).forEach((state, time) -> folded.merge(job(state), time, States::first));
    return folded;
  }

  /** When each state of a task was entered; of two that fold into one, the first. */
  static Map<TaskState, Long> taskTimestamps(@Nullable Map<String, Long> timestamps) {
    Map<TaskState, Long> folded = zeroes(TaskState.class, 0L);
    orEmpty(timestamps).forEach((state, time) -> folded.merge(task(state), time, States::first));
    return folded;
  }

  /** How many are in each state; those of two that fold into one are added up. */
  static Map<TaskState, Integer> taskCounts(@Nullable Map<String, Integer> counts) {
    Map<TaskState, Integer> folded = zeroes(TaskState.class, 0);
    orEmpty(counts).forEach((state, count) -> folded.merge(task(state), count, States::sum));
    return folded;
  }

  /**
   * The seven counts of an overview, out of Flink's, which are by state in lower case.
   *
   * @param pendingOperators what has no tasks yet: each counts as one
   */
  static TaskCounts overviewCounts(@Nullable Map<String, Integer> counts, int pendingOperators) {
    Map<String, Integer> by = orEmpty(counts);
    int pending = Math.max(0, pendingOperators);
    return new TaskCounts(
        sum(sum(by, "total"), pending),
        sum(sum(by, "created", "scheduled", "deploying", "reconciling", "pending"), pending),
        sum(by, "running", "initializing"),
        sum(by, "finished"),
        sum(by, "canceling"),
        sum(by, "canceled"),
        sum(by, "failed"));
  }

  /** The counts with so many more that are created. */
  static Map<TaskState, Integer> withPending(Map<TaskState, Integer> counts, int pending) {
    counts.merge(TaskState.CREATED, Math.max(0, pending), States::sum);
    return counts;
  }

  private static int sum(Map<String, Integer> counts, String... states) {
    return Arrays.stream(states).map(state -> counts.getOrDefault(state, 0)).reduce(0, States::sum);
  }

  /** The sum, or the largest number there is. */
  private static int sum(int one, int other) {
    long sum = (long) one + other;
    return sum == (int) sum ? (int) sum : Integer.MAX_VALUE;
  }

  private static long first(long one, long other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] states) {
    Map<String, E> all = new HashMap<>();
    for (E state : states) {
      all.put(state.name(), state);
    }
    return all;
  }

  private static <E extends Enum<E>, N> Map<E, N> zeroes(Class<E> type, N zero) {
    Map<E, N> all = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      all.put(constant, zero);
    }
    return all;
  }

  private static <N> Map<String, N> orEmpty(@Nullable Map<String, N> map) {
    return map == null ? Map.of() : map;
  }
}
