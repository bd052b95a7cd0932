// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.filter.AbstractFilter;

/**
 * Matches log events of TaskManagers: all events on threads of tasks, and on other threads those of
 * TaskManager loggers.
 */
final class TaskManagerFilter extends AbstractFilter {

  /** The thread group of {@code org.apache.flink.runtime.taskmanager.Task}. */
  private static final String TASK_THREADS = "Flink Task Threads";

  private static final List<String> TASK_MANAGER_LOGGERS =
      List.of(
          "org.apache.flink.runtime.taskexecutor.",
          "org.apache.flink.runtime.taskmanager.",
          "org.apache.flink.runtime.io.",
          "org.apache.flink.runtime.memory.",
          "org.apache.flink.runtime.filecache.",
          "org.apache.flink.streaming.runtime.tasks.");

  TaskManagerFilter(Result onMatch, Result onMismatch) {
    super(onMatch, onMismatch);
  }

  @Override
  public Result filter(LogEvent event) {
    return isTaskThread(Thread.currentThread()) || isTaskManagerLogger(event.getLoggerName())
        ? onMatch
        : onMismatch;
  }

  private static boolean isTaskThread(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    while (group != null && !group.getName().equals(TASK_THREADS)) {
      group = group.getParent();
    }
    return group != null;
  }

  private static boolean isTaskManagerLogger(String logger) {
    return TASK_MANAGER_LOGGERS.stream().anyMatch(logger::startsWith);
  }
}
