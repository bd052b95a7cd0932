// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How the embedded Flink is set up.
 *
 * @param workDirectory where it keeps its files, made if it is not there: {@code log}, {@code
 *     checkpoints} and {@code savepoints} stay, {@code flink} is removed at the end; two running
 *     ones cannot share it
 * @param taskManagers how many TaskManagers, at least 1
 * @param slotsPerTaskManager task slots of each, at least 1
 * @param configuration Flink's own keys and values; they come before our defaults, except for where
 *     its REST endpoint listens ({@code rest.address}, {@code rest.port} and their {@code bind}
 *     forms), where it logs ({@code web.log.path}, {@code taskmanager.log.path}, {@code
 *     taskmanager.system-out.mode}) and {@code taskmanager.numberOfTaskSlots}
 * @param shutdownDeadline how long {@link EmbeddedFlink#close} waits for it to stop
 */
public record EmbeddedFlinkOptions(
    Path workDirectory,
    int taskManagers,
    int slotsPerTaskManager,
    Map<String, String> configuration,
    Duration shutdownDeadline) {

  /** Takes absolute paths and copies, and refuses numbers below 1. */
  public EmbeddedFlinkOptions {
    workDirectory = workDirectory.toAbsolutePath().normalize();
    configuration = Map.copyOf(configuration);
    requireAtLeastOne(taskManagers, "TaskManagers");
    requireAtLeastOne(slotsPerTaskManager, "slots of a TaskManager");
    if (shutdownDeadline.isNegative()) {
      throw new IllegalArgumentException(
          "The shutdown deadline cannot be negative, but is " + shutdownDeadline);
    }
  }

  private static void requireAtLeastOne(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "The number of " + what + " has to be at least 1, but is " + number);
    }
  }
}
